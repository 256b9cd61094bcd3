package io.mandate.identity;

/** What an account is for: it decides which pages are open. */
public enum Role {
    /** Staff of one partner: the partner pages and Tasklist. */
    PARTNER,
    /** Watches and repairs all that runs: the overview, Cockpit, Tasklist and Admin. */
    PROCESS_OWNER,
    /** The provider's support: the service requests that partners open, and Tasklist. */
    SUPPORT,
    /** Administrator of one customer; needs no account for an answer, and Tasklist only where customers are admitted. */
    CUSTOMER;

    /** The name under which Spring Security knows the role. */
    public String authority() {
        return "ROLE_" + name();
    }
}
