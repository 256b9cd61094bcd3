package io.mandate.customers.web;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.customers.CustomerRecord;
import io.mandate.customers.CustomerService;
import io.mandate.customers.Holder;
import io.mandate.customers.web.CustomerView.Account;
import io.mandate.customers.web.CustomerView.Approver;
import io.mandate.customers.web.CustomerView.RequestView;
import io.mandate.customers.web.CustomerView.RoleView;
import io.mandate.customers.web.CustomerView.ServiceView;
import io.mandate.relationship.Consent;
import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import io.mandate.relationship.Tiers;
import io.mandate.web.ErasedWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts customers into the words of the catalog. */
@Component
class CustomerViews {

    private final Catalog catalog;
    private final ErasedWords erased;

    CustomerViews(Catalog catalog, ErasedWords erased) {
        this.catalog = catalog;
        this.erased = erased;
    }

    /** As staff of this organisation read it: the partner itself, or its provider. */
    CustomerView of(CustomerRecord record, String reader, Locale locale) {
        Relationship relationship = record.relationship();
        return new CustomerView(
                relationship.id(), relationship.organisation(), relationship.status(), account(relationship, locale),
                record.invited().stream().map(EmailAddress::value).toList(),
                record.approvals().stream().map(one -> approver(one, record.erasedAt(one.requestId()), locale)).toList(),
                record.services().stream().map(service -> service(service, locale)).toList(),
                record.requests().stream()
                        .map(request -> request(request, isByProvider(request, relationship.partnerId(), reader), locale)).toList(),
                record.ending(), record.duty(), record.offered(), record.erasedAt());
    }

    /** What identifies a customer, as its people write it. */
    String identity(CustomerIdentity identity, Locale locale) {
        return erased.identity(identity, locale);
    }

    /** A cloud's name; its id where the catalog no longer has it. */
    String cloud(String id, Locale locale) {
        return catalog.cloudName(id, locale);
    }

    private Account account(Relationship relationship, Locale locale) {
        var customer = relationship.customer();
        return new Account(
                erased.identity(customer.identity(), locale), cloud(customer.cloud(), locale),
                new Locale.Builder().setRegion(customer.country()).build().getDisplayCountry(locale), customer.id(),
                relationship.inForceSince(), relationship.dutySince(), relationship.dutyEndedAt(),
                relationship.isOnDuty(), relationship.endedAt());
    }

    private Approver approver(Consent consent, Optional<Instant> erasedAt, Locale locale) {
        return new Approver(erased.words(consent.name(), erasedAt, locale),
                erasedAt.isPresent() ? "" : consent.address().value(), consent.givenAt(), consent.proof(),
                consent.agreementVersion());
    }

    private static ServiceView service(CustomerService known, Locale locale) {
        Service service = known.service();
        Optional<Permission> held = known.own().filter(permission -> known.holder() == Holder.YOU);
        Optional<Instant> ended = known.own().filter(permission -> known.holder() == Holder.NOBODY).map(Permission::endsAt);
        return new ServiceView(
                service.id(), service.name().in(locale), service.description().in(locale), known.holder(),
                held.map(permission -> roles(service, permission, locale)).orElse(List.of()),
                held.map(Permission::endsAt), ended, known.lost(), known.contact(), known.portal());
    }

    private static List<RoleView> roles(Service service, Permission permission, Locale locale) {
        return permission.roles().stream()
                .map(id -> service.role(id)
                        .map(role -> new RoleView(role.name().in(locale), role.description().in(locale)))
                        .orElse(new RoleView(id, "")))
                .toList();
    }

    /** For the partner, by whatever provider it had; for its provider, by itself. */
    private static boolean isByProvider(Request request, String partner, String reader) {
        return request.kind().isAsked() && Tiers.knownProvider(Optional.of(reader), partner, request).isPresent();
    }

    private RequestView request(Request request, boolean byProvider, Locale locale) {
        List<String> services = request.services().stream()
                .map(id -> catalog.serviceName(id, locale)).toList();
        return new RequestView(request.id(), request.name(), services, request.status(), request.times().openedAt(), byProvider);
    }
}
