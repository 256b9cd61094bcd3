package io.mandate.decision;

import io.mandate.catalog.Catalog;
import io.mandate.decision.Evaluation.Resource;
import io.mandate.relationship.LastHeld;
import io.mandate.relationship.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How things stand at one instant for the customers that were asked about: what decisions rest on.
 *
 * @param held who holds what, or held it last until its term was over; by customer, for each customer that there is
 */
record Standing(Map<UUID, List<LastHeld>> held, Catalog catalog, Instant now) {

    static final String PARTNER = "partner";
    static final String SERVICE = "service";
    static final String ANY_ROLE = "administer";

    Decision decide(Evaluation asked) {
        if (!asked.subject().type().equals(PARTNER)) {
            return Decision.deny(Reason.UNKNOWN_SUBJECT_TYPE);
        }
        if (!asked.resource().type().equals(SERVICE)) {
            return Decision.deny(Reason.UNKNOWN_RESOURCE_TYPE);
        }
        if (asked.resource().customer().isEmpty()) {
            return Decision.deny(Reason.CUSTOMER_MISSING);
        }
        Optional<List<LastHeld>> ofCustomer = asked.resource().customerId().map(held::get);
        if (ofCustomer.isEmpty()) {
            return Decision.deny(Reason.UNKNOWN_CUSTOMER);
        }
        return ofCustomer.get().stream()
                .filter(last -> last.service().equals(asked.resource().id()))
                .filter(last -> last.holder().equals(asked.subject().id()))
                .findFirst()
                .map(last -> decide(asked, last))
                .orElseGet(() -> Decision.deny(Reason.NOT_HELD));
    }

    private Decision decide(Evaluation asked, LastHeld last) {
        return last.permission().filter(permission -> permission.countsAt(now)).map(permission -> decide(asked, permission))
                .orElseGet(() -> Decision.deny(Reason.ENDED, "ended_at", last.endsAt().toString()));
    }

    private Decision decide(Evaluation asked, Permission permission) {
        if (asked.action().equals(ANY_ROLE) || permission.roles().contains(asked.action())) {
            return Decision.permit(permission);
        }
        return Decision.deny(isRole(asked.resource(), asked.action()) ? Reason.ROLE_NOT_HELD : Reason.UNKNOWN_ROLE);
    }

    private boolean isRole(Resource service, String action) {
        return catalog.service(service.id()).flatMap(known -> known.role(action)).isPresent();
    }
}
