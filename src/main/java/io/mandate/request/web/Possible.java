package io.mandate.request.web;

import io.mandate.relationship.RequestStatus;

/** What a partner can do with a request now. */
record Possible(boolean review, boolean share, boolean sendAgain, boolean correct, boolean withdraw, boolean askAgain) {

    static final Possible NOTHING = new Possible(false, false, false, false, false, false);

    /** In this status; the partner's own mail can be taken once more where there is one. */
    static Possible in(RequestStatus status, boolean ownMail) {
        boolean waiting = status == RequestStatus.WAITING;
        return new Possible(
                status == RequestStatus.DRAFT, ownMail, waiting, waiting || status == RequestStatus.ADDRESS_REFUSED,
                status.isOpen(), !status.isOpen());
    }
}
