package io.mandate.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One mail of each kind, with the same text wherever a person may have typed something. */
final class SampleMails {

    static final String LINK = "https://mandate.example/answer/" + "x".repeat(90);
    static final String STOP_LINK = LINK + "/reminders";
    static final String PAGE = "https://mandate.example/requests/4711";
    static final Instant NOW = Instant.parse("2026-11-03T09:30:15Z");

    private SampleMails() {}

    static List<MailContent> typed(String typed) {
        PartnerContact partner = new PartnerContact(typed, typed, "carla@contoso.example");
        List<AskedService> asked = List.of(
                new AskedService(typed, List.of(typed, typed), 365, false), new AskedService(typed, List.of(typed), 1, false));
        List<GrantedService> granted = List.of(new GrantedService(typed, List.of(typed), NOW, false));
        List<String> services = List.of(typed, typed);
        List<RemovedService> removed = List.of(new RemovedService(typed, "LEFT_OVER", List.of(typed, typed)),
                new RemovedService(typed, "NOT_CHECKED", List.of()));
        Answerer answerer = new Answerer(typed, "ada@northwind.example");
        EndingSides ending = new EndingSides(typed, typed, typed, typed, typed);
        return List.of(
                new InvitationMail(partner, typed, typed + "\n\n{link}\n\n" + typed, LINK),
                new ReminderMail(partner, typed, asked, NOW, LINK, STOP_LINK),
                new ReminderMail(partner, typed, List.of(), NOW, LINK, STOP_LINK),
                new CodeMail(typed, typed, "048213", 10),
                new NudgeMail(typed, "ada@northwind.example", NOW, NOW, PAGE),
                new ReturnedMail(typed, "ada@northwind.example", typed, true, PAGE),
                new ReturnedMail(typed, "ada@northwind.example", typed, false, PAGE),
                new DeclinedToPartnerMail(typed, services, answerer, NOW, typed, PAGE),
                new DeclinedToPartnerMail(typed, List.of(), answerer, NOW, "", PAGE),
                new DeclinedToCustomerMail(partner, typed, services, answerer, NOW, typed),
                new DeclinedToCustomerMail(partner, typed, List.of(), answerer, NOW, ""),
                new ExpiredMail(typed, "ada@northwind.example", services, NOW, PAGE),
                new GrantedToCustomerMail(partner, typed, granted, services, services, answerer, NOW, typed),
                new GrantedToCustomerMail(partner, typed, List.of(), List.of(), List.of(), answerer, NOW, typed),
                new GrantedToPartnerMail(typed, granted, services, services, answerer, NOW, typed, PAGE, true, typed),
                new GrantedToPartnerMail(typed, List.of(), List.of(), List.of(), answerer, NOW, typed, PAGE, false, ""),
                new RemovedToPartnerMail(typed, "REMOVED_BY_CUSTOMER", removed, typed, NOW, true, PAGE),
                new RemovedToCustomerMail(typed, typed, "REMOVED_BY_CUSTOMER", removed, typed, typed, NOW),
                new ServiceRemainderMail(typed, typed, removed),
                new TermChangedToPartnerMail(typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, typed, true, true, PAGE),
                new TermChangedToPartnerMail(typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, "", true, false, PAGE),
                new TermChangedToPartnerMail(typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, typed, false, false, PAGE),
                new TermChangedToCustomerMail(
                        typed, typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, typed, true, true, PAGE),
                new TermChangedToCustomerMail(
                        typed, typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, "", true, false, PAGE),
                new TermChangedToCustomerMail(
                        typed, typed, typed, "SHORTENED_BY_CUSTOMER", NOW, NOW, typed, typed, false, false, PAGE),
                new TermNoticeToPartnerMail(typed, typed, NOW, Optional.of(NOW), PAGE, PAGE),
                new TermNoticeToPartnerMail(typed, typed, NOW, Optional.empty(), PAGE, PAGE),
                new TermNoticeToCustomerMail(typed, typed, typed, NOW, Optional.of(NOW), PAGE),
                new TermNoticeToCustomerMail(typed, typed, typed, NOW, Optional.empty(), PAGE),
                new ServiceDelayMail(ServiceDelayMail.Told.GRANTED, typed, typed, services),
                new ServiceDelayMail(ServiceDelayMail.Told.REMOVED, typed, typed, services),
                new ServiceDelayMail(ServiceDelayMail.Told.TERM, typed, typed, services),
                new EndAskedMail(ending, true, NOW, typed, PAGE),
                new EndAskedMail(ending, false, NOW, "", PAGE),
                new EndReminderMail(ending, true, NOW, PAGE),
                new EndPutOffMail(ending, services, NOW, PAGE),
                new EndTakenBackMail(ending, typed, PAGE),
                new EndAnnouncedMail(ending, typed, NOW, services, PAGE),
                new EndAnnouncedMail(ending, "", NOW, services, PAGE),
                new RelationshipEndedMail(ending, NOW, typed, NOW, NOW, removed, typed, PAGE),
                new RelationshipEndedMail(ending, NOW, "", NOW, NOW, List.of(), "", PAGE),
                new DutyMail(DutyMail.Told.PROPOSED, true, false, typed, typed, typed, typed, typed, NOW, NOW, typed, PAGE),
                new DutyMail(DutyMail.Told.CONFIRMED, true, true, typed, typed, typed, typed, "", NOW, NOW, "", PAGE),
                new DutyMail(DutyMail.Told.CHANGED, false, true, typed, typed, typed, typed, "", NOW, NOW, "", PAGE),
                new DutyOfferMail(DutyOfferMail.Told.ASKED, typed, typed, NOW, NOW, services, typed, PAGE),
                new DutyOfferMail(DutyOfferMail.Told.STAYS, typed, typed, NOW, NOW, List.of(), "", PAGE),
                new ServiceRequestMail(
                        ServiceRequestMail.Told.OPENED, typed, typed, typed, typed, typed, "URGENT", NOW, typed, PAGE),
                new ServiceRequestMail(
                        ServiceRequestMail.Told.SOLVED, typed, typed, typed, typed, "", "LOW", NOW, typed, PAGE),
                new SignInLinkMail(typed, LINK, 10),
                new AccountMadeMail(typed, typed, LINK, 24),
                new PasswordLinkMail(typed, LINK, 24),
                new PasswordChangedMail(typed, PAGE),
                new AdministratorNamedMail(typed, typed, PAGE),
                new TokenExpiryMail(typed, services, NOW, PAGE),
                new PasskeyMail(typed, true, NOW, PAGE),
                new PasskeyMail(typed, false, NOW, PAGE));
    }
}
