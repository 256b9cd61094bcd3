package io.mandate.relationship;

/** What can happen to a request; each has its sentence in the message files. */
public enum TimelineEvent {
    OPENED,
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
    PERMISSION_MOVED_AWAY
}
