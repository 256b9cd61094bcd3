package io.mandate.identity;

import java.util.List;

/** What somebody may do here. The table of who may do what is {@code src/docs/rights.md}. */
public enum Role {
    /** Staff of one partner, who also manages the partner's people. */
    PARTNER_ADMINISTRATOR,
    /** Staff of one partner: the partner pages and Tasklist. */
    PARTNER_AGENT,
    /** Watches and repairs all that runs: the overview, Cockpit, Tasklist and Admin. */
    PROCESS_OWNER,
    /** The provider's support: the service requests that partners open, and Tasklist. */
    SUPPORT,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Administrator of one customer; needs no account for an answer, and Tasklist only where customers are admitted. */
    CUSTOMER;

    /** The name by which Spring Security's rules know the staff of any partner, whichever role they have there. */
    public static final String PARTNER = "PARTNER";

    /** Whether who has it belongs to a partner. */
    public boolean ofPartner() {
        return this == PARTNER_ADMINISTRATOR || this == PARTNER_AGENT;
    }

    /** The names under which Spring Security knows the role. */
    public String[] authorities() {
        return (ofPartner() ? List.of(name(), PARTNER) : List.of(name())).stream()
                .map(one -> "ROLE_" + one)
                .toArray(String[]::new);
    }
}
