package io.mandate.mail;

import java.util.Optional;

/**
 * What a mail says, in plain values: names of services and roles already in the mail's language, links as they shall stand
 * in the mail. Each kind of mail is a record of its own and puts its words together itself.
 */
public sealed interface MailContent
        permits InvitationMail,
                ReminderMail,
                CodeMail,
                NudgeMail,
                ReturnedMail,
                DeclinedToPartnerMail,
                DeclinedToCustomerMail,
                ExpiredMail,
                GrantedToCustomerMail,
                GrantedToPartnerMail,
                RemovedToPartnerMail,
                RemovedToCustomerMail,
                TermChangedToPartnerMail,
                TermChangedToCustomerMail,
                TermNoticeToPartnerMail,
                TermNoticeToCustomerMail,
                EndAnnouncedMail,
                EndAskedMail,
                EndReminderMail,
                EndPutOffMail,
                EndTakenBackMail,
                RelationshipEndedMail,
                DutyMail,
                DutyOfferMail,
                ServiceRemainderMail,
                ServiceDelayMail,
                ServiceRequestMail,
                SignInLinkMail,
                AccountMadeMail,
                PasswordLinkMail,
                PasswordChangedMail,
                AdministratorNamedMail,
                TokenExpiryMail,
                PasskeyMail {

    MailKind kind();

    /**
     * The partner for whom the mail is sent, who is named as its sender and gets the replies; empty where Mandate writes for
     * itself.
     */
    default Optional<PartnerContact> onBehalfOf() {
        return Optional.empty();
    }

    /** The mail in the language of these phrases. */
    Letter write(Phrases phrases);
}
