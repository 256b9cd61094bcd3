package io.mandate.request.web;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.identity.SignedIn;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Customer;
import io.mandate.relationship.Partners;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.Tiers;
import io.mandate.request.Dossier;
import io.mandate.request.web.RequestView.Answer;
import io.mandate.request.web.RequestView.Asked;
import io.mandate.request.web.RequestView.Granted;
import io.mandate.request.web.RequestView.Open;
import io.mandate.request.web.RequestView.RoleWords;
import io.mandate.web.ErasedWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts requests into the words of catalog and message files. */
@Component
public class RequestViews {

    private final Catalog catalog;
    private final Partners partners;
    private final RelationshipSides sides;
    private final MessageSource messages;
    private final ErasedWords erased;

    RequestViews(Catalog catalog, Partners partners, RelationshipSides sides, MessageSource messages, ErasedWords erased) {
        this.catalog = catalog;
        this.partners = partners;
        this.sides = sides;
        this.messages = messages;
        this.erased = erased;
    }

    /** The request as pages show it. */
    public RequestView of(Dossier dossier, Locale locale) {
        Request request = dossier.request();
        Customer customer = dossier.relationship().customer();
        String partner = dossier.relationship().partnerId();
        Optional<String> provider = provider(request, partner);
        boolean foreign = isForeign(request, provider);
        Optional<Consent> consent = dossier.consent();
        return new RequestView(
                request.id(), request.relationshipId(), request.kind(),
                dossier.relationship().status().isInForce(), title(request, locale), request.organisation(), erased.identity(customer.identity(), locale),
                erased.words(request.address().value(), request.times().erasedAt(), locale), request.language().getDisplayLanguage(locale),
                ChoicesOfPartner.country(request.country(), locale), cloud(customer.cloud(), locale),
                asked(request.asked(), locale), request.withoutPermission(), request.status(),
                name(partner), provider.map(this::name), isGuest(dossier), foreign,
                foreign ? name(partner) : erased.person(request.requester().name(), request.requester().address().value(),
                        request.times().erasedAt(), locale),
                request.times().openedAt(), request.times().validUntil(), request.times().erasedAt(),
                consent.map(given -> answer(given, request.times().erasedAt(), locale)),
                erased.words(request.reason(), request.times().erasedAt(), locale),
                consent.map(given -> granted(given, request, partner, locale)).orElse(List.of()));
    }

    private static boolean isGuest(Dossier dossier) {
        return !dossier.actable() && SignedIn.current().partnerId().isPresent();
    }

    private static Optional<String> provider(Request request, String partner) {
        return Tiers.knownProvider(SignedIn.current().partnerId(), partner, request);
    }

    /** Whether a provider asked that is not for the reader to know: of its people, too, it learns nothing. */
    private static boolean isForeign(Request request, Optional<String> known) {
        return request.requester().provider().isPresent() && known.isEmpty();
    }

    private String name(String partner) {
        return partners.get(partner).name();
    }

    /** A request in the way of a new one for these services. */
    public Open open(Request request, List<AskedPermission> wanted, Locale locale) {
        Set<String> both = wanted.stream().map(AskedPermission::service).filter(request.services()::contains)
                .collect(Collectors.toSet());
        String partner = sides.of(request.relationshipId()).partnerId();
        List<String> services = request.services().stream().filter(both::contains).map(id -> service(id, locale)).toList();
        return new Open(request.id(), title(request, locale), services, request.times().openedAt(),
                isForeign(request, provider(request, partner)) ? name(partner) : request.requester().name(), request.status());
    }

    /** A service's name; its id where the catalog no longer has it. */
    public String service(String id, Locale locale) {
        return catalog.serviceName(id, locale);
    }

    private String title(Request request, Locale locale) {
        return request.name().isEmpty()
                ? messages.getMessage("invitation.title", new Object[] {request.organisation()}, locale)
                : request.name();
    }

    private String cloud(String id, Locale locale) {
        return catalog.cloudName(id, locale);
    }

    private List<Asked> asked(List<AskedPermission> permissions, Locale locale) {
        return permissions.stream()
                .map(asked -> new Asked(
                        service(asked.service(), locale),
                        catalog.service(asked.service()).map(service -> service.description().in(locale)).orElse(""),
                        roles(asked, locale), asked.days(), asked.extending()))
                .toList();
    }

    private List<RoleWords> roles(AskedPermission permission, Locale locale) {
        Optional<Service> service = catalog.service(permission.service());
        return permission.roles().stream()
                .map(id -> service.flatMap(known -> known.role(id))
                        .map(role -> new RoleWords(role.name().in(locale), role.description().in(locale)))
                        .orElse(new RoleWords(id, "")))
                .toList();
    }

    private Answer answer(Consent consent, Optional<Instant> erasedAt, Locale locale) {
        return new Answer(erased.person(consent.name(), consent.address().value(), erasedAt, locale), consent.givenAt(),
                consent.agreementVersion());
    }

    private List<Granted> granted(Consent consent, Request request, String partner, Locale locale) {
        return consent.chosen().stream()
                .map(choice -> new Granted(
                        service(choice.permission().service(), locale), roles(choice.permission(), locale),
                        consent.givenAt().plus(Duration.ofDays(choice.permission().days())), choice.permission().extending(),
                        isLess(choice.permission(), request),
                        !choice.takenFrom().isEmpty() && !choice.takenFrom().equals(partner)))
                .toList();
    }

    private static boolean isLess(AskedPermission granted, Request request) {
        return request.asked().stream()
                .filter(asked -> asked.service().equals(granted.service()))
                .anyMatch(asked -> !asked.isWithin(granted));
    }
}
