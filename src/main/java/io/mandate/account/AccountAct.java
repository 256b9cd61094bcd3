package io.mandate.account;

import io.mandate.identity.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done about an account.
 *
 * @param actor who did it; empty where that was Mandate itself, or somebody whose account was removed
 * @param about whose account it is; empty where it was removed
 * @param role the account's role then
 * @param former the role before, where that changed
 * @param partner the partner's name, of an account of a partner
 */
public record AccountAct(Instant at, Kind kind, Optional<Person> actor, Optional<Person> about, Role role, Optional<Role> former,
        Optional<String> partner) {

    /** Somebody with an account. */
    public record Person(String username, String name) {}

    /** What was done. */
    public enum Kind {
        ADDED,
        /** By the settings, at a start without a process owner. */
        FIRST_ADDED,
        ROLE_CHANGED,
        LOCKED,
        UNLOCKED,
        REMOVED,
        /** By a mailed link. */
        PASSWORD_SET,
        /** By a person who was signed in. */
        PASSWORD_CHANGED
    }
}
