package io.mandate.relationship;

import java.util.EnumSet;
import java.util.Set;

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
    RELATIONSHIP_ENDED,
    /** What one side proposes about the duty to support; here and below the detail is when the duty changes. */
    RELEASE_PROPOSED,
    HANDOVER_PROPOSED,
    RELEASE_CONFIRMED,
    /** The other partner is asked now. */
    HANDOVER_CONFIRMED,
    /** By the other partner, which is not named. */
    HANDOVER_ACCEPTED,
    HANDOVER_REFUSED,
    RENEGOTIATION_DECLINED,
    RENEGOTIATION_EXPIRED,
    RENEGOTIATION_TAKEN_BACK,
    /** The relationship ended before. */
    RENEGOTIATION_OVERTAKEN,
    /** The relationship of the other partner ended before. */
    HANDOVER_OVERTAKEN,
    DUTY_RELEASED,
    DUTY_HANDED_OVER,
    /** The partner is asked to take on a duty; here and below of the relationship that gets it. */
    DUTY_OFFERED,
    DUTY_ACCEPTED,
    DUTY_REFUSED,
    /** Not by this partner: the duty stays where it is. */
    DUTY_OFFER_ENDED,
    DUTY_TAKEN_ON;

    private static final Set<TimelineEvent> WITH_MOMENT = EnumSet.of(END_ASKED, END_PUT_OFF, RELEASE_PROPOSED,
            HANDOVER_PROPOSED, RELEASE_CONFIRMED, HANDOVER_CONFIRMED, HANDOVER_ACCEPTED, DUTY_RELEASED, DUTY_HANDED_OVER,
            DUTY_OFFERED, DUTY_ACCEPTED, DUTY_TAKEN_ON);

    /** The details of these are services, ends, and kinds, needed to tell what was held until when. */
    private static final Set<TimelineEvent> WITHOUT_PERSONS = EnumSet.of(ASKED, REVIEWED, SENT_AGAIN, PERMISSION_GRANTED,
            PERMISSION_TAKEN_OVER, PERMISSION_MOVED_AWAY, PERMISSION_REMOVED, PERMISSION_REMOVED_AT_SERVICE, PERMISSION_GIVEN_UP,
            PERMISSION_TERM_ENDED, PERMISSION_ENDED_WITH_RELATIONSHIP, TERM_SHORTENED, TERM_EXTENDED, SUPPORT_CONTACT_CHOSEN,
            SUPPORT_CONTACT_ENDED, SUPPORT_CONTACT_PROVIDER_CHOSEN, SUPPORT_CONTACT_PROVIDER_ENDED, EXTENSION_ALLOWED,
            EXTENSION_STOPPED);

    /** What Mandate's mails did: the log of mails has it. */
    private static final Set<TimelineEvent> OF_MAILS = EnumSet.of(SENT, ADDRESS_REFUSED, REMINDED, PARTNER_NUDGED);

    /** Written down with the consent. */
    private static final Set<TimelineEvent> CONSENTS = EnumSet.of(APPROVED, DECLINED, ASSIGNED);

    /** Whether it is something that somebody did, or the clock brought about, and is to be provable. */
    public boolean isAct() {
        return !OF_MAILS.contains(this);
    }

    /** Whether it is provable by the consent that goes with it. */
    boolean isConsent() {
        return CONSENTS.contains(this);
    }

    /** Whether the detail is an instant. */
    public boolean hasMoment() {
        return WITH_MOMENT.contains(this);
    }

    /** Whether the detail is a service. */
    boolean isAboutService() {
        return name().startsWith("PERMISSION_") || name().startsWith("SUPPORT_") || name().startsWith("EXTENSION_");
    }

    /** Whether the detail may be a person's data: it is erased with them. */
    boolean mayNamePerson() {
        return !hasMoment() && !WITHOUT_PERSONS.contains(this);
    }
}
