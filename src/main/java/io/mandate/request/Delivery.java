package io.mandate.request;

import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Links;
import io.mandate.mail.AddressRefusedException;
import io.mandate.mail.InvitationMail;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestRegister;
import io.mandate.relationship.Requests;
import io.mandate.relationship.TimelineEvent;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a request to the customer by mail. */
@Service
@Transactional
public class Delivery {

    private final Clock clock;
    private final Requests requests;
    private final RequestRegister register;
    private final Links links;
    private final Correspondence correspondence;

    Delivery(Clock clock, Requests requests, RequestRegister register, Links links, Correspondence correspondence) {
        this.clock = clock;
        this.requests = requests;
        this.register = register;
        this.links = links;
        this.correspondence = correspondence;
    }

    /**
     * Sends the mail with the live link; from then on the customer can answer. The request stays locked meanwhile, so
     * that a withdrawal comes either before the mail or after it.
     *
     * @return false where the mail server refuses the address for good
     * @throws io.mandate.mail.MailFailedException where sending failed and may be tried again
     */
    public boolean send(UUID id) {
        Request request = requests.lock(id);
        Request sent = request.sent(clock.instant());
        try {
            correspondence.toCustomer(request, String.valueOf(request.linkNumber()), new InvitationMail(
                    correspondence.contact(request), request.subject(), request.text(), links.answer(request)));
        } catch (AddressRefusedException refused) {
            register.change(request, Request::addressRefused, TimelineEvent.ADDRESS_REFUSED, "", request.address().value());
            return false;
        }
        register.change(request, before -> sent, TimelineEvent.SENT, "", request.address().value());
        return true;
    }
}
