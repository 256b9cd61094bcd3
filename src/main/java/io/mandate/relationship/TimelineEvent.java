package io.mandate.relationship;

/** What can happen to a request; each has its sentence in the message files. */
public enum TimelineEvent {
    OPENED,
    /** Without a draft to review: for something lost, or for a further service. */
    ASKED,
    REVIEWED,
    SENT,
    ADDRESS_REFUSED,
    ADDRESS_CORRECTED,
    SENT_AGAIN,
    REMINDED,
    REMINDERS_STOPPED,
    PARTNER_NUDGED,
    APPROVED,
    DECLINED,
    EXPIRED,
    WITHDRAWN,
    DRAFT_WITHDRAWN,
    PERMISSION_GRANTED,
    PERMISSION_TAKEN_OVER,
    PERMISSION_MOVED_AWAY,
    PERMISSION_REMOVED,
    PERMISSION_REMOVED_AT_SERVICE,
    PERMISSION_GIVEN_UP,
    PERMISSION_TERM_ENDED,
    PERMISSION_ENDED_WITH_RELATIONSHIP,
    TERM_SHORTENED,
    SUPPORT_CONTACT_CHOSEN,
    /** Another partner was chosen, or the default. */
    SUPPORT_CONTACT_ENDED,
    /** The partner's indirect provider was chosen. */
    SUPPORT_CONTACT_PROVIDER_CHOSEN,
    SUPPORT_CONTACT_PROVIDER_ENDED,
    TERM_EXTENDED,
    /** The customer wants it extended from now on. */
    EXTENSION_ALLOWED,
    EXTENSION_STOPPED,
    ASSIGNED,
    /** Asked for by one side; the detail is when the notice period is over. */
    END_ASKED,
    /** Something was open; the detail is when it ends now. */
    END_PUT_OFF,
    END_TAKEN_BACK,
    /** The request waited when the relationship ended. */
    WITHDRAWN_WITH_RELATIONSHIP,
    RELATIONSHIP_ENDED
}
