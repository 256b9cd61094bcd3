package io.mandate.relationship;

/** Why the term of a permission changed. */
public enum TermChangeReason {
    /** The customer lets it end earlier. */
    SHORTENED_BY_CUSTOMER(TimelineEvent.TERM_SHORTENED),
    /** It is extended before its end, as the customer wanted until they stop it. */
    EXTENDED(TimelineEvent.TERM_EXTENDED);

    private final TimelineEvent event;

    TermChangeReason(TimelineEvent event) {
        this.event = event;
    }

    TimelineEvent event() {
        return event;
    }
}
