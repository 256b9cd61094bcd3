package io.mandate.renegotiation.web;

import io.mandate.relationship.Relationship;
import io.mandate.relationship.Side;

/**
 * Who is at the page, and about which relationship.
 *
 * @param who the person's name
 * @param partner the partner's name
 * @param home path of the page from which they come
 */
record Reader(Side side, String who, Relationship relationship, String partner, String home) {

    /** Path of the page. */
    String page() {
        return side == Side.PARTNER ? home + "/duty" : home + "/partners/" + relationship.id() + "/duty";
    }

    boolean isOfPartner() {
        return side == Side.PARTNER;
    }
}
