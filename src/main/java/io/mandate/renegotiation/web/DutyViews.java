package io.mandate.renegotiation.web;

import io.mandate.acceptance.Correspondence;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Renegotiation;
import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.RenegotiationStatus;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Side;
import io.mandate.relationship.SupportContacts;
import io.mandate.renegotiation.DutyDays;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.renegotiation.web.DutyView.Shown;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a duty to support before its reader, without what that reader must not know. */
@Component
class DutyViews {

    private final Clock clock;
    private final Relationships relationships;
    private final RelationshipSides sides;
    private final Renegotiations renegotiations;
    private final Renegotiating renegotiating;
    private final SupportContacts contacts;
    private final Correspondence words;
    private final MessageSource messages;

    DutyViews(Clock clock, Relationships relationships, RelationshipSides sides, Renegotiations renegotiations,
            Renegotiating renegotiating, SupportContacts contacts, Correspondence words, MessageSource messages) {
        this.clock = clock;
        this.relationships = relationships;
        this.sides = sides;
        this.renegotiations = renegotiations;
        this.renegotiating = renegotiating;
        this.contacts = contacts;
        this.words = words;
        this.messages = messages;
    }

    /** As it is by now: it may have changed since the reader came. */
    DutyView of(Reader reader, Locale locale) {
        Relationship relationship = relationships.get(reader.relationship().id());
        List<Shown> own = renegotiations.of(relationship.id()).stream()
                .map(one -> own(one, reader, relationship, locale)).toList();
        List<Shown> asked = reader.isOfPartner()
                ? renegotiations.askedOf(relationship.id()).stream().map(one -> asked(one, relationship, locale)).toList()
                : List.of();
        Map<String, String> partners = reader.isOfPartner() ? Map.of() : partners(relationship);
        return new DutyView(reader.side(), reader.partner(), relationship.organisation(), relationship, open(own), open(asked),
                renegotiations.bringing(relationship.id(), reader.side()).isPresent(),
                Stream.concat(own.stream(), asked.stream()).filter(one -> !one.about().isOpen())
                        .sorted(Comparator.comparing(Shown::at).reversed()).toList(),
                partners, DutyDays.of(clock.instant()), kinds(reader, partners, locale));
    }

    private Shown own(Renegotiation one, Reader reader, Relationship relationship, Locale locale) {
        boolean byPartner = one.proposedBy() == Side.PARTNER;
        String customer = relationship.organisation();
        boolean reasonIsTheirs = one.status() == RenegotiationStatus.NOT_ACCEPTED;
        return new Shown(one, false, one.proposedBy() == reader.side(), byPartner ? reader.partner() : customer,
                byPartner ? customer : reader.partner(),
                reader.isOfPartner() ? "" : one.to().map(to -> words.partner(sides.of(to).partnerId())).orElse(""),
                services(one, locale), reasonIsTheirs && reader.isOfPartner() ? "" : one.reason());
    }

    private Shown asked(Renegotiation one, Relationship own, Locale locale) {
        boolean refused = one.status() == RenegotiationStatus.NOT_ACCEPTED;
        return new Shown(one, true, false, own.organisation(), "", "", services(one, locale), refused ? one.reason() : "");
    }

    private List<String> services(Renegotiation one, Locale locale) {
        return one.isOpen()
                ? contacts.chosen(one.relationshipId()).stream().map(service -> words.service(service, locale)).toList()
                : List.of();
    }

    private Map<String, String> partners(Relationship relationship) {
        Map<String, String> partners = new LinkedHashMap<>();
        renegotiating.possible(relationship.id()).forEach(one -> partners.put(one.partnerId(), words.partner(one.partnerId())));
        return partners;
    }

    /** A customer without another partner can release only; a partner never learns whether there is another. */
    private Map<String, String> kinds(Reader reader, Map<String, String> partners, Locale locale) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (RenegotiationKind kind : RenegotiationKind.values()) {
            if (kind == RenegotiationKind.RELEASE || reader.isOfPartner() || !partners.isEmpty()) {
                kinds.put(kind.id(), messages.getMessage("duty.kind." + kind + "." + reader.side(), null, locale));
            }
        }
        return kinds;
    }

    private static Optional<Shown> open(List<Shown> all) {
        return all.stream().filter(one -> one.about().isOpen()).findFirst();
    }
}
