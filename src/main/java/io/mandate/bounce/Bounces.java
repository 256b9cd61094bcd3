package io.mandate.bounce;

import io.mandate.acceptance.AcceptanceProcess;
import io.mandate.acceptance.Correspondence;
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
    private final Correspondence correspondence;

    Bounces(MailReports reports, Requests requests, RequestRegister register, RequestProcess process,
            AcceptanceProcess acceptance, Correspondence correspondence) {
        this.reports = reports;
        this.requests = requests;
        this.register = register;
        this.process = process;
        this.acceptance = acceptance;
        this.correspondence = correspondence;
    }

    /**
     * Takes a report; the same report again changes nothing. Throws
     * {@link org.springframework.dao.ConcurrencyFailureException} where the request was just doing something else, and
     * {@link io.mandate.mail.MailFailedException} where the partner cannot be told: it may be tried again.
     *
     * @return false where it is about a mail that Mandate has no record of
     */
    @Transactional
    public boolean take(DeliveryReport report) {
        Optional<ReportedMail> mail = reports.mail(report.messageId());
        mail.ifPresent(known -> take(report, known));
        return mail.isPresent();
    }

    private void take(DeliveryReport report, ReportedMail mail) {
        // First of all, as everybody does who decides about a request: an answer comes before this or after it.
        Optional<Request> request = requests.find(mail.requestId()).map(found -> requests.lock(found.id()));
        Optional<MailReport> failure = Optional.empty();
        for (MailReport one : report.recipients()) {
            if (reports.add(one) && one.action() == ReportedAction.FAILED) {
                failure = Optional.of(one);
            }
        }
        if (request.isPresent() && failure.isPresent() && request.get().status() == RequestStatus.WAITING) {
            cameBack(request.get(), mail, failure.get());
        }
    }

    /** A customer who never got the question cannot answer it; one who got it only misses a reminder. */
    private void cameBack(Request request, ReportedMail mail, MailReport failure) {
        boolean asks = mail.kind() == MailKind.INVITATION && request.sentBy().equals(Optional.of(SentBy.MANDATE))
                && reports.isLatest(failure.messageId(), mail);
        if (asks || mail.kind() == MailKind.REMINDER) {
            tellPartner(request, mail, failure, asks && isToBeCorrected(request));
        }
    }

    private boolean isToBeCorrected(Request request) {
        if (!process.mailCameBack(request)) {
            return false;
        }
        acceptance.mailReturned(request);
        register.change(request, Request::mailReturned, TimelineEvent.ADDRESS_REFUSED, "", request.address().value());
        return true;
    }

    private void tellPartner(Request request, ReportedMail mail, MailReport failure, boolean neverAsked) {
        try {
            correspondence.toPartner(request, failure.messageId(), new ReturnedMail(
                    request.organisation(), mail.recipient(), failure.words(), neverAsked, correspondence.page(request)));
        } catch (AddressRefusedException refused) {
            LOG.warn("The partner of request {} cannot be told that a mail came back: their address is refused", request.id());
        }
    }
}
