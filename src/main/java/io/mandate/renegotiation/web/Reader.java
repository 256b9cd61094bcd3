package io.mandate.renegotiation.web;

import io.mandate.relationship.Relationship;
import io.mandate.relationship.Side;

/**
 * Who is at the page, and about which relationship.
 *
 * @param who the person's name
 * @param partner the partner's name
 * @param home path of the page from which they come
 * @param page path of this page
 */
record Reader(Side side, String who, Relationship relationship, String partner, String home, String page) {

    boolean isOfPartner() {
        return side == Side.PARTNER;
    }
}
