package io.mandate.servicecheck;

import io.mandate.relationship.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one batch of questions showed at one service in one cloud. */
final class Findings {

    /** A service that says so of as many, and of nobody else anything, has rather lost its data than that all were removed. */
    static final int TOO_MANY = 10;

    private final List<UUID> given = new ArrayList<>();
    private final List<UUID> unanswered = new ArrayList<>();
    private final List<UUID> over = new ArrayList<>();
    private final List<Permission> gone = new ArrayList<>();
    private boolean closed;

    void given(Permission held) {
        given.add(held.customerId());
    }

    void gone(Permission held) {
        gone.add(held);
    }

    /** Its term is over. */
    void over(Permission held) {
        over.add(held.customerId());
    }

    /** The service was silent when it was asked about this one. */
    void unanswered(Permission held) {
        unanswered.add(held.customerId());
        closed = true;
    }

    /** Nothing more is asked there before the next check. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isDoubtful() {
        return gone.size() >= TOO_MANY && given.isEmpty();
    }

    int doubted() {
        return gone.size();
    }

    /** The customers whose permission was asked about and stays. */
    List<UUID> asked() {
        List<UUID> asked = new ArrayList<>(given);
        asked.addAll(unanswered);
        return asked;
    }

    List<UUID> over() {
        return over;
    }

    /** The permissions of which nothing is left; none where that is not believed. */
    List<Permission> gone() {
        return isDoubtful() ? List.of() : gone;
    }
}
