package io.mandate.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who acts, and how they proved who they are.
 *
 * @param side the side they are of
 * @param proof PASSWORD, CODE, SIGN_IN_LINK, PROVIDER, PASSKEY, CODE_AND_PASSKEY, PROVIDER_AND_PASSKEY, SERVICE_ACCOUNT, CLOCK, LINK, or SIGNED_IN where more is not known
 * @param organisation of a partner's person the partner, of a service its account; empty for others
 * @param account the person's user name, empty for none
 */
record Actor(Side side, String proof, Optional<String> organisation, String account) {

    /** Of which side somebody is; nobody is of the clock's. */
    enum Side { CUSTOMER, PARTNER, ANOTHER_PARTNER, SERVICE, MANDATE }

    static final Actor CLOCK = new Actor(Side.MANDATE, "CLOCK", Optional.empty(), "");

    /** A person who follows a personal link, or starts Mandate. */
    static final Actor BY_LINK = new Actor(Side.CUSTOMER, "LINK", Optional.empty(), "");

    /** As an entry says it: a partner is named in what concerns itself only. */
    Map<String, Object> asSeenBy(Optional<String> partner, boolean provider) {
        boolean stranger = side == Side.PARTNER && partner.isPresent() && !partner.equals(organisation) && !provider;
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("side", (stranger ? Side.ANOTHER_PARTNER : side).name());
        seen.put("proof", proof);
        organisation.filter(known -> !stranger).ifPresent(known -> seen.put("organisation", known));
        return seen;
    }
}
