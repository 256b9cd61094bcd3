package io.mandate.bounce;

import io.mandate.LogContext;
import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Proving;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.MailKind;
import io.mandate.mail.MailReport;
import io.mandate.mail.MailReports.ReportedMail;
import io.mandate.mail.MailReports;
import io.mandate.mail.ReportedAction;
import io.mandate.mail.ReturnedMail;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.relationship.TimelineEvent;
import io.mandate.request.RequestProcess;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to what follows from a report: what is reported is noted, and what never arrived is put right. */
@Service
class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

    private final MailReports reports;
    private final Requests requests;
    private final RequestRegister register;
    private final RequestProcess process;
    private final AcceptanceProcess acceptance;
    private final Proving proving;
    private final Correspondence correspondence;

    Bounces(MailReports reports, Requests requests, RequestRegister register, RequestProcess process,
            AcceptanceProcess acceptance, Proving proving, Correspondence correspondence) {
        this.reports = reports;
        this.requests = requests;
        this.register = register;
        this.process = process;
        this.acceptance = acceptance;
        this.proving = proving;
        this.correspondence = correspondence;
    }

    /**
     * Takes a report: notes it and, where the customer was never asked because of it, lets the partner correct the address.
     * The same report again changes nothing. Throws {@link org.springframework.dao.ConcurrencyFailureException} where the
     * request was just doing something else: it may be tried again.
     *
     * @return false where it is about a mail that Mandate has no record of
     */
    @Transactional
    public boolean take(DeliveryReport report) {
        Optional<ReportedMail> mail = reports.mail(report.messageId());
        mail.ifPresent(known -> take(report, known));
        return mail.isPresent();
    }

    /**
     * Tells the partner, once, of a report that was taken and matters to them. Apart from taking it, since what is to be put
     * right must not wait for a mail server.
     *
     * @throws io.mandate.mail.MailFailedException where sending failed and may be tried again
     */
    @Transactional
    public void tellPartner(DeliveryReport report) {
        report.failure().ifPresent(failure -> reports.mail(report.messageId()).ifPresent(mail ->
                requests.find(mail.requestId()).ifPresent(request -> tellPartner(request, mail, failure))));
    }

    private void take(DeliveryReport report, ReportedMail mail) {
        // First of all, as everybody does who decides about a request: an answer comes before this or after it.
        Optional<Request> request = requests.find(mail.requestId()).map(found -> requests.lock(found.id()));
        boolean failed = false;
        for (MailReport one : report.recipients()) {
            failed |= reports.add(one) && one.action() == ReportedAction.FAILED;
        }
        if (failed) {
            request.filter(one -> one.status() == RequestStatus.WAITING && asks(one, mail, report.messageId()))
                    .filter(one -> !proving.isReached(one)).ifPresent(this::letAddressBeCorrected);
        }
    }

    /** Whether it is this mail that asks the customer, by Mandate's hand: neither one sent before, nor a reminder of it. */
    private boolean asks(Request request, ReportedMail mail, String messageId) {
        return mail.kind() == MailKind.INVITATION && request.sentBy().equals(Optional.of(SentBy.MANDATE))
                && reports.isLatest(messageId, mail);
    }

    private void letAddressBeCorrected(Request request) {
        if (process.mailCameBack(request)) {
            acceptance.mailReturned(request);
            register.change(request, Request::mailReturned, TimelineEvent.ADDRESS_REFUSED, "", request.address().value());
        }
    }

    /** A customer who never got the question cannot answer it; one who got it only misses a reminder. */
    private void tellPartner(Request request, ReportedMail mail, MailReport failure) {
        boolean neverAsked = request.status() == RequestStatus.ADDRESS_REFUSED && asks(request, mail, failure.messageId());
        boolean staysOpen = request.status() == RequestStatus.WAITING
                && (asks(request, mail, failure.messageId()) || isReminder(request, mail));
        if (neverAsked || staysOpen) {
            send(request, failure, new ReturnedMail(request.organisation(), mail.recipient(), failure.words(), neverAsked,
                    correspondence.page(request)));
        }
    }

    private static boolean isReminder(Request request, ReportedMail mail) {
        return mail.kind() == MailKind.REMINDER && mail.recipient().equalsIgnoreCase(request.address().value());
    }

    private void send(Request request, MailReport failure, ReturnedMail mail) {
        try {
            correspondence.toPartner(request, failure.messageId(), mail);
        } catch (AddressRefusedException refused) {
            try (LogContext.Scope scope = LogContext.open()) {
                LogContext.relationship(request.relationshipId());
                LogContext.request(request.id());
                LOG.warn("The partner of request {} cannot be told that a mail came back: their address is refused", request.id());
            }
        }
    }
}
