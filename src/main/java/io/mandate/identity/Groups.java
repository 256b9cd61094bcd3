package io.mandate.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The engine's groups: to whom tasks are offered, and who may use what in Tasklist. */
public final class Groups {

    /** Staff of all partners. */
    public static final String PARTNERS = "partners";

    /** Accounts of all customers. */
    public static final String CUSTOMERS = "customers";

    /** The provider's support. */
    public static final String SUPPORT = "support";

    /** Who reads everything. */
    public static final String AUDITORS = "auditors";

    /** Process owners: the engine's own name for those who may do everything. */
    public static final String PROCESS_OWNERS = "camunda-admin";

    private Groups() {}

    /** The staff of one partner. */
    public static String ofPartner(String partnerId) {
        return "partner-" + partnerId;
    }

    /** The accounts of one customer. */
    public static String ofCustomer(UUID customerId) {
        return "customer-" + customerId;
    }

    /** The groups of a person; none for who has no account. */
    public static Set<String> of(SignedIn person) {
        return of(person.role(), person.partnerId(), person.customerId());
    }

    /** The groups of an account; none while it is locked. */
    public static Set<String> of(Account account) {
        return account.locked() ? Set.of() : of(account.role(), account.partnerId(), account.customerId());
    }

    private static Set<String> of(Role role, Optional<String> partner, Optional<UUID> customerId) {
        return switch (role) {
            case PARTNER_ADMINISTRATOR, PARTNER_AGENT -> Set.of(PARTNERS, ofPartner(partner.orElseThrow()));
            case CUSTOMER -> customerId.map(customer -> Set.of(CUSTOMERS, ofCustomer(customer))).orElse(Set.of());
            case PROCESS_OWNER -> Set.of(PROCESS_OWNERS);
            case SUPPORT -> Set.of(SUPPORT);
            case AUDITOR -> Set.of(AUDITORS);
        };
    }
}
