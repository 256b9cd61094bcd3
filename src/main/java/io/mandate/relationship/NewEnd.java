package io.mandate.relationship;

import java.time.Instant;

/** What the timeline keeps of a change of a term: the service, and when its permission ends from then on. */
public record NewEnd(String service, Instant end) {

    /** The one that a timeline's entry about a term has as its detail. */
    public static NewEnd of(String detail) {
        int blank = detail.indexOf(' ');
        return new NewEnd(detail.substring(0, blank), Instant.parse(detail.substring(blank + 1)));
    }

    String detail() {
        return service + " " + end;
    }
}
