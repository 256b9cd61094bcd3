package io.mandate.restoration;

import io.mandate.catalog.Catalog;
import io.mandate.catalog.Service;
import io.mandate.relationship.Administrators;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.NotFoundException;
import io.mandate.relationship.PartnerStaff;
import io.mandate.relationship.PastPermission;
import io.mandate.relationship.PastPermissions;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.Tiers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out what a partner can ask for again. */
@Component
@Transactional(readOnly = true)
public class Restorables {

    private final Clock clock;
    private final Catalog catalog;
    private final Tiers tiers;
    private final Relationships relationships;
    private final Requests requests;
    private final PastPermissions past;
    private final Permissions permissions;
    private final Consents consents;
    private final Administrators administrators;

    Restorables(Clock clock, Catalog catalog, Tiers tiers, Relationships relationships, Requests requests, PastPermissions past,
            Permissions permissions, Consents consents, Administrators administrators) {
        this.clock = clock;
        this.catalog = catalog;
        this.tiers = tiers;
        this.relationships = relationships;
        this.requests = requests;
        this.past = past;
        this.permissions = permissions;
        this.consents = consents;
        this.administrators = administrators;
    }

    /**
     * Of a relationship of this partner, or of one that works through it.
     *
     * @throws NotFoundException where the partner has no such relationship
     * @throws NotInForceException where it is not in force
     */
    public Restorable of(UUID id, PartnerStaff staff) {
        Relationship relationship = relationships.find(id)
                .filter(found -> tiers.reads(staff.partnerId(), found.partnerId()))
                .orElseThrow(() -> new NotFoundException("relationship", id));
        if (!relationship.status().isInForce()) {
            throw new NotInForceException(id);
        }
        List<Request> all = requests.of(id);
        List<Request> open = all.stream().filter(request -> request.status().isOpen()).toList();
        Map<String, PastPermission> held = past.of(id);
        Request last = all.stream().filter(request -> request.times().erasedAt().isEmpty()).findFirst().orElseThrow();
        Optional<Consent> approver = consents.approvalsOf(id).stream()
                .filter(one -> administrators.find(relationship.customer().id(), one.address()).isPresent()).findFirst();
        return new Restorable(relationship, held, again(relationship, held, open, false),
                again(relationship, held, open, true), taken(relationship), open,
                approver.map(Consent::address).orElse(last.address()).value(),
                approver.map(Consent::language).orElse(last.language()), last.country());
    }

    private Set<String> taken(Relationship relationship) {
        return permissions.heldAt(relationship.customer().id(), clock.instant()).stream()
                .filter(held -> !held.holder().equals(relationship.partnerId()))
                .map(Permission::service).collect(Collectors.toSet());
    }

    private List<AskedPermission> again(
            Relationship relationship, Map<String, PastPermission> past, List<Request> open, boolean counting) {
        return past.values().stream()
                .filter(one -> one.countsAt(clock.instant()) == counting)
                .filter(one -> open.stream().noneMatch(request -> request.services().contains(one.service())))
                .flatMap(one -> catalog.service(relationship.customer().cloud(), one.service()).stream()
                        .map(service -> offered(service, one.again())))
                .filter(one -> !one.roles().isEmpty())
                .toList();
    }

    /** Without the roles that the catalog no longer has. */
    private static AskedPermission offered(Service service, AskedPermission again) {
        return new AskedPermission(again.service(),
                again.roles().stream().filter(role -> service.role(role).isPresent()).toList(), again.days());
    }
}
