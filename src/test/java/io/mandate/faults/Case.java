package io.mandate.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One customer, all that was done about it, and what was said to whoever did it: kept outside of Mandate. */
final class Case {

    static final String NOBODY = "nobody";

    /** What happens in the life of it. */
    enum Kind { GRANTED, DECLINED, WITHDRAWN, UNANSWERED, REMOVED, RESTORED, CONTESTED, ENDED }

    /** What somebody did, and what they were told. */
    record Line(Instant at, String what, Told told, String more) {

        @Override
        public String toString() {
            return at + " " + what + ": " + told + (more.isEmpty() ? "" : " (" + more + ")");
        }
    }

    final Kind kind;
    final String domain = UUID.randomUUID().toString().substring(0, 13) + ".northwind.example";
    final String address = "ada@" + domain;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Line> journal = new ArrayList<>();
    private final Set<String> mayHold = new TreeSet<>(Set.of(NOBODY));
    private volatile boolean over;
    private volatile boolean endAsked;

    Case(Kind kind) {
        this.kind = kind;
    }

    synchronized void note(Instant at, String what, Told told, String more) {
        journal.add(new Line(at, what, told, more));
    }

    synchronized Asked ask(String partner, boolean restoration) {
        Asked one = new Asked(partner, restoration);
        asked.add(one);
        return one;
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The permission passed to this partner, or to {@link #NOBODY}. */
    synchronized void passed(String to, Told told) {
        if (told == Told.ACCEPTED || told == Told.FOUND_DONE) {
            mayHold.clear();
        }
        if (told != Told.REFUSED) {
            mayHold.add(to);
        }
    }

    /** Who may hold the permission, by all that was said; one, unless an outcome is unknown. */
    synchronized Set<String> mayHold() {
        return Set.copyOf(mayHold);
    }

    /** A partner wants to end the relationship, which comes about in time. */
    synchronized void endAsked() {
        endAsked = true;
        mayHold.add(NOBODY);
    }

    boolean isEndAsked() {
        return endAsked;
    }

    void finish() {
        over = true;
    }

    /** Whether nobody does anything more about it. */
    boolean isOver() {
        return over;
    }

    /** Everything that is known outside. */
    synchronized String story() {
        StringBuilder all = new StringBuilder(kind + " " + domain + ", may be held by " + mayHold + (over ? "" : ", not finished"));
        asked.forEach(one -> all.append("\n    ").append(one));
        journal.forEach(one -> all.append("\n    ").append(one));
        return all.toString();
    }
}
