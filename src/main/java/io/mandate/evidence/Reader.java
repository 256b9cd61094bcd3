package io.mandate.evidence;

import java.util.Set;

/** For whom something is shown: each side reads what it may know, and those who watch for the provider read all of it. */
public enum Reader {
    CUSTOMER, PARTNER, MANDATE;

    /** What happens at the partner alone before something is sent. */
    private static final Set<String> OF_THE_PARTNER = Set.of(
            "CUSTOMER_RECORDED", "OPENED", "ASKED", "REVIEWED", "ADDRESS_CORRECTED", "DRAFT_WITHDRAWN");

    /** Whether this reader may read that such a thing happened. */
    boolean mayRead(Written one) {
        return this != CUSTOMER || !OF_THE_PARTNER.contains(one.kind());
    }

    /**
     * Whether this reader may read a part of an entry. Its own people's accounts are for each side alone; what was shown to the
     * customer names other partners.
     */
    boolean mayRead(Written one, String part) {
        return switch (part) {
            case Part.PERSON -> true;
            case Part.ACCOUNT -> this == MANDATE || name().equals(one.side());
            default -> this != PARTNER;
        };
    }
}
