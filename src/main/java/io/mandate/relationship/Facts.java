package io.mandate.relationship;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was done, as evidence has it: without persons, and without the name of another partner. */
final class Facts {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Facts() {}

    /** What the event and its detail say. */
    static Map<String, Object> of(TimelineEvent event, String detail) {
        return detail.isEmpty() || event.mayNamePerson() ? Map.of()
                : event.hasMoment() ? Map.of("until", moment(Instant.parse(detail)))
                : event.isAboutService() ? Map.of("service", detail) : Map.of("detail", detail);
    }

    /** As {@link #of(TimelineEvent, String)}; of what begins an asking also what is asked for. */
    static Map<String, Object> of(TimelineEvent event, Request request, String detail) {
        return switch (event) {
            case OPENED, ASKED, REVIEWED -> Map.of("kind", request.kind().name(), "asked",
                    request.asked().stream().map(Facts::of).toList());
            default -> of(event, detail);
        };
    }

    static Map<String, Object> of(AskedPermission asked) {
        return Map.of("service", asked.service(), "roles", asked.roles(), "days", asked.days(), "extending", asked.extending());
    }

    static Map<String, Object> of(Permission held) {
        return Map.of("service", held.service(), "roles", held.roles(), "since", moment(held.grantedAt()), "until", moment(held.endsAt()));
    }

    /**
     * What was chosen.
     *
     * @param partner to whom it was given
     */
    static Map<String, Object> of(Consent consent, RequestKind kind, String partner) {
        return Map.of("kind", kind.name(), "approved", consent.approved(), "agreement", consent.agreementVersion(),
                "language", consent.language().getLanguage(),
                "chosen", consent.chosen().stream().map(choice -> of(choice, partner)).toList());
    }

    private static Map<String, Object> of(Consent.Choice choice, String partner) {
        return with(of(choice.permission()), "heldBy", choice.shownHolder()
                .map(holder -> holder.equals(partner) ? "THIS_PARTNER" : "ANOTHER_PARTNER").orElse("NOBODY"));
    }

    static <T> Map<String, T> with(Map<String, T> facts, String name, T value) {
        Map<String, T> all = new LinkedHashMap<>(facts);
        all.put(name, value);
        return all;
    }

    static String moment(Instant at) {
        return MILLISECONDS.format(at);
    }

    /** What somebody wrote, or nothing. */
    static Map<String, String> note(String note) {
        return note.isEmpty() ? Map.of() : Map.of("note", note);
    }
}
