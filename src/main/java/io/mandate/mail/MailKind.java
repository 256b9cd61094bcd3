package io.mandate.mail;

/** The mails that Mandate sends. */
public enum MailKind {
    INVITATION,
    REMINDER,
    CODE,
    NUDGE,
    DECLINED_TO_PARTNER,
    DECLINED_TO_CUSTOMER,
    EXPIRED,
    GRANTED_TO_CUSTOMER,
    GRANTED_TO_PARTNER,
    REMOVED_TO_PARTNER,
    REMOVED_TO_CUSTOMER,
    SERVICE_REMAINDER,
    SERVICE_DELAY
}
