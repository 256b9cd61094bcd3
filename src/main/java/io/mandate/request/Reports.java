package io.mandate.request;

import io.mandate.acceptance.Correspondence;
import io.mandate.mail.Answerer;
import io.mandate.mail.DeclinedToCustomerMail;
import io.mandate.mail.DeclinedToPartnerMail;
import io.mandate.mail.ExpiredMail;
import io.mandate.mail.MailContent;
import io.mandate.relationship.Consent;
import io.mandate.relationship.Consents;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how a request ended that led to no permission. */
@Service
@Transactional
public class Reports {

    private final Requests requests;
    private final Consents consents;
    private final Correspondence correspondence;

    Reports(Requests requests, Consents consents, Correspondence correspondence) {
        this.requests = requests;
        this.consents = consents;
        this.correspondence = correspondence;
    }

    /** Tells both sides that the customer declined, and why. */
    public void decline(UUID id) {
        Request request = requests.get(id);
        Consent consent = consents.find(id).orElseThrow();
        Answerer answerer = new Answerer(consent.name(), consent.address().value());
        DeclinedToCustomerMail toCustomer = new DeclinedToCustomerMail(
                correspondence.contact(request), request.organisation(), services(request, consent.language()), answerer,
                consent.givenAt(), request.reason());
        Function<Locale, MailContent> toPartner = language -> new DeclinedToPartnerMail(
                request.organisation(), services(request, language), answerer, consent.givenAt(),
                request.reason(), correspondence.page(request));
        correspondence.each(
                () -> correspondence.to(consent.address(), request, "", consent.language(), toCustomer),
                () -> correspondence.toPartner(request, "", toPartner));
    }

    /** Tells the partner that nobody answered in time. */
    public void expiry(UUID id) {
        Request request = requests.get(id);
        correspondence.toPartner(request, "", language -> new ExpiredMail(
                request.organisation(), request.address().value(), services(request, language),
                request.times().closedAt().orElseThrow(), correspondence.page(request)));
    }

    private List<String> services(Request request, Locale language) {
        return request.services().stream().map(service -> correspondence.service(service, language)).toList();
    }
}
