package io.mandate.relationship;

/** Why a permission was lost. */
public enum RevocationReason {
    /** The customer removed it. */
    REMOVED_BY_CUSTOMER(TimelineEvent.PERMISSION_REMOVED),
    /** It was removed in the service's own portal. */
    REMOVED_AT_SERVICE(TimelineEvent.PERMISSION_REMOVED_AT_SERVICE),
    /** The customer moved it to another partner. */
    REASSIGNED(TimelineEvent.PERMISSION_MOVED_AWAY),
    /** The partner gave it up. */
    GIVEN_UP(TimelineEvent.PERMISSION_GIVEN_UP),
    /** Its term was over. */
    TERM_ENDED(TimelineEvent.PERMISSION_TERM_ENDED),
    /** The relationship ended. */
    RELATIONSHIP_ENDED(TimelineEvent.PERMISSION_ENDED_WITH_RELATIONSHIP);

    private final TimelineEvent event;

    RevocationReason(TimelineEvent event) {
        this.event = event;
    }

    TimelineEvent event() {
        return event;
    }
}
