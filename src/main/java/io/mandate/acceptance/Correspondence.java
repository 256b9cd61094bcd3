package io.mandate.acceptance;

import io.mandate.MandateProperties;
import io.mandate.catalog.Catalog;
import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.AskedService;
import io.mandate.mail.GrantedService;
import io.mandate.mail.Mail;
import io.mandate.mail.MailContent;
import io.mandate.mail.MailFailedException;
import io.mandate.mail.Mailer;
import io.mandate.mail.PartnerContact;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.relationship.RelationshipSides;
import io.mandate.relationship.Request;
import io.mandate.relationship.Tiers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Mails about a request, to its two sides: puts the record's facts into words of the catalog and hands them to the mailer. */
@Component
public class Correspondence {

    private final MandateProperties mandate;
    private final Catalog catalog;
    private final Partners partners;
    private final RelationshipSides sides;
    private final Tiers tiers;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Mailer mailer;

    Correspondence(MandateProperties mandate, Catalog catalog, Partners partners, RelationshipSides sides, Tiers tiers,
            Administrators administrators, Accounts accounts, Mailer mailer) {
        this.mandate = mandate;
        this.catalog = catalog;
        this.partners = partners;
        this.sides = sides;
        this.tiers = tiers;
        this.administrators = administrators;
        this.accounts = accounts;
        this.mailer = mailer;
    }

    /**
     * The partner and the person to turn to about a request, as mails name them: who asked, unless that is a person of an
     * organisation that is the partner's provider no more; then one of the partner's own staff.
     */
    public PartnerContact contact(Request request) {
        return contact(sides.of(request.relationshipId()).partnerId(), request.requester());
    }

    /** As {@link #contact(Request)}, of what this person asks for the partner. */
    public PartnerContact contact(String partnerId, Request.Requester person) {
        return contact(partners.get(partnerId), person);
    }

    /** As {@link #contact(Request)}, of what this person asks for the partner; without an address where nobody is left. */
    PartnerContact contact(Partner partner, Request.Requester person) {
        if (person.provider().isEmpty() || tiers.reads(person.provider().get(), partner)) {
            return new PartnerContact(partner.name(), person.name(), person.address().value(), person.provider().map(this::partner));
        }
        return accounts.ofPartner(partner.id()).stream().findFirst()
                .map(own -> new PartnerContact(partner.name(), own.displayName(), own.username()))
                .orElseGet(() -> new PartnerContact(partner.name(), partner.name(), ""));
    }

    /** What is asked for, in words. */
    public List<AskedService> asked(List<AskedPermission> permissions, Locale language) {
        return permissions.stream()
                .map(asked -> new AskedService(
                        service(asked.service(), language), roles(asked.service(), asked.roles(), language), asked.days(),
                        asked.extending()))
                .toList();
    }

    /** What was granted, in words; terms run from the instant given. */
    public List<GrantedService> granted(List<AskedPermission> permissions, Instant from, Locale language) {
        return granted(permissions, from, Map.of(), language);
    }

    /** As {@link #granted(List, Instant, Locale)}, except for services of which it is known that they end at another instant. */
    public List<GrantedService> granted(
            List<AskedPermission> permissions, Instant from, Map<String, Instant> ends, Locale language) {
        return permissions.stream()
                .map(granted -> new GrantedService(
                        service(granted.service(), language), roles(granted.service(), granted.roles(), language),
                        ends.getOrDefault(granted.service(), from.plus(Duration.ofDays(granted.days()))), granted.extending()))
                .toList();
    }

    /** A service's name; its id where the catalog no longer has it. */
    public String service(String id, Locale language) {
        return catalog.serviceName(id, language);
    }

    /** The partner's name. */
    public String partner(String id) {
        return partners.get(id).name();
    }

    /** The partner as Tasklist names it: with its id, by which services know it. */
    public String named(String partnerId) {
        return partner(partnerId) + " (" + partnerId + ")";
    }

    /** Roles of a service as Tasklist names them, in English: with their ids, by which the service knows them. */
    public String named(String serviceId, Collection<String> roleIds) {
        return service(serviceId, Locale.ENGLISH) + ": " + roleIds.stream()
                .map(id -> roles(serviceId, List.of(id), Locale.ENGLISH).get(0) + " (" + id + ")")
                .collect(Collectors.joining(", "));
    }

    /** The customer's page, for the partner's signed-in staff. */
    public String customerPage(UUID relationship) {
        return mandate.url("/customers/" + relationship);
    }

    /** The request's page, for the partner's signed-in staff. */
    public String page(Request request) {
        return mandate.url("/requests/" + request.id());
    }

    /** Sends a mail to the address that was invited, in the request's language. */
    public void toCustomer(Request request, String occurrence, MailContent content) {
        to(request.address(), request, occurrence, request.language(), content);
    }

    /** As {@link #toPartner(Request, String, Function)}, of what has no words in any language of its own. */
    public void toPartner(Request request, String occurrence, MailContent content) {
        toPartner(request, occurrence, language -> content);
    }

    /**
     * Sends a mail to the person who asked, in their language, or to their colleagues where they may not sign in any more. Where that is a person of the partner's provider, the partner's
     * own staff get it, too, each in their language and with the care of {@link #each}: what was asked is theirs. They alone get
     * it where that organisation is the provider no more.
     */
    public void toPartner(Request request, String occurrence, Function<Locale, MailContent> content) {
        Optional<String> provider = request.requester().provider();
        if (provider.isEmpty() || !tiers.reads(provider.get(), sides.of(request.relationshipId()).partnerId())) {
            toPartnerItself(request, occurrence, content);
        } else {
            each(Stream.concat(Stream.<Runnable>of(() -> toRequester(request, occurrence, content)), toStaff(request, occurrence, content))
                    .toArray(Runnable[]::new));
        }
    }

    /** As {@link #toPartner(Request, String, Function)}, of what only the partner itself can do something about. */
    public void toPartnerItself(Request request, String occurrence, Function<Locale, MailContent> content) {
        if (request.requester().provider().isEmpty()) {
            toRequester(request, occurrence, content);
        } else {
            each(toStaff(request, occurrence, content).toArray(Runnable[]::new));
        }
    }

    /** To whoever asked; where that person is locked or gone, to their colleagues. */
    private void toRequester(Request request, String occurrence, Function<Locale, MailContent> content) {
        Request.Requester person = request.requester();
        List<Account> instead = accounts.insteadOf(person.address(), person.provider().orElseGet(() -> sides.of(request.relationshipId()).partnerId()));
        if (instead.isEmpty()) {
            to(person.address(), request, occurrence, person.language(), content.apply(person.language()));
        } else {
            each(to(instead, request, occurrence, content).toArray(Runnable[]::new));
        }
    }

    private Stream<Runnable> toStaff(Request request, String occurrence, Function<Locale, MailContent> content) {
        return to(accounts.ofPartner(sides.of(request.relationshipId()).partnerId()), request, occurrence, content);
    }

    private Stream<Runnable> to(List<Account> staff, Request request, String occurrence, Function<Locale, MailContent> content) {
        return staff.stream().map(one -> {
            Locale language = Locale.forLanguageTag(one.language());
            return () -> to(EmailAddress.of(one.username()), request, occurrence, language, content.apply(language));
        });
    }

    /** Sends a mail about the request; the occurrence tells it from others of its kind. */
    public void to(EmailAddress address, Request request, String occurrence, Locale language, MailContent content) {
        mailer.send(new Mail(request.relationshipId(), request.id(), occurrence, address.value(), language, content));
    }

    /**
     * Sends one mail as {@link #toPartner(Request, String, Function)} and another to everybody who speaks for the customer, each in their language.
     * One of them who cannot be reached does not keep the others from hearing; an address that is refused for good, such as
     * that of somebody who has left, is kept in the log of mails and asked no more.
     *
     * @throws MailFailedException where sending to somebody failed and may be tried again; nobody gets it twice
     */
    public void toBothSides(Request request, String occurrence, Function<Locale, MailContent> toPartner,
            Function<Locale, MailContent> toCustomer) {
        each(() -> toPartner(request, occurrence, toPartner), () -> toAdministrators(request, occurrence, toCustomer));
    }

    /** Sends a mail to everybody who speaks for the customer, each in their language; with the care of {@link #toBothSides}. */
    public void toAdministrators(Request request, String occurrence, Function<Locale, MailContent> content) {
        each(administrators.of(sides.of(request.relationshipId()).customer().id()).stream()
                .map(one -> (Runnable) () -> to(one.address(), request, occurrence, one.language(), content.apply(one.language())))
                .toArray(Runnable[]::new));
    }

    /**
     * Sends each of these, whoever else cannot be reached; with the care of {@link #toBothSides}.
     *
     * @throws MailFailedException where one of them failed and may be tried again; nobody gets it twice
     */
    public void each(Runnable... sendings) {
        List<MailFailedException> failed = new ArrayList<>();
        for (Runnable sending : sendings) {
            attempt(sending, failed);
        }
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }

    private static void attempt(Runnable sending, List<MailFailedException> failed) {
        try {
            sending.run();
        } catch (AddressRefusedException refused) {
            // The log of mails has it, and the page of the request shows it.
        } catch (MailFailedException trouble) {
            failed.add(trouble);
        }
    }

    /** Names of roles of a service; ids where the catalog no longer has them. */
    public List<String> roles(String service, List<String> roles, Locale language) {
        return roles.stream().map(role -> catalog.roleName(service, role, language)).toList();
    }
}
