package io.mandate.faults;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One request of a partner, as far as those who made it know. */
final class Asked {

    /** What is done about a request. */
    enum Act { ASK, REVIEW, APPROVE, DECLINE, WITHDRAW }

    final String partner;
    final boolean restoration;
    private final Map<Act, Told> told = new EnumMap<>(Act.class);
    /** Codes that were entered, right or wrong. */
    final Set<String> tried = new HashSet<>();
    /** Empty while nobody was told it. */
    String request = "";
    String relationship = "";
    /** Of the link that the customer follows. */
    String token = "";
    /** How many mails the customer had when a code was asked for last; before that, none. */
    int mailsBeforeCode = -1;
    long codeAskedAt;

    Asked(String partner, boolean restoration) {
        this.partner = partner;
        this.restoration = restoration;
    }

    void tell(Act act, Told what) {
        told.merge(act, what, (before, now) -> isSure(before) || now == Told.REFUSED ? before : now);
    }

    private static boolean isSure(Told told) {
        return told == Told.ACCEPTED || told == Told.FOUND_DONE;
    }

    boolean isDone(Act act) {
        return isSure(told.getOrDefault(act, Told.REFUSED));
    }

    /** Whether somebody did it and was not told what came of it. */
    boolean mayBeDone(Act act) {
        return told.getOrDefault(act, Told.REFUSED) != Told.REFUSED;
    }

    @Override
    public String toString() {
        return (restoration ? "restoration " : "invitation ") + (request.isEmpty() ? "without a known id" : request)
                + " of " + partner + " " + told;
    }
}
