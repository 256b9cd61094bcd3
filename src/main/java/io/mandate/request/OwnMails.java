package io.mandate.request;

import io.mandate.acceptance.Correspondence;
import io.mandate.acceptance.Links;
import io.mandate.mail.Drafts;
import io.mandate.mail.LinkPlaceholder;
import io.mandate.mail.MailtoLink;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.SentBy;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mails that partners send themselves. */
@Service
@Transactional(readOnly = true)
public class OwnMails {

    private final Links links;
    private final Correspondence correspondence;

    OwnMails(Links links, Correspondence correspondence) {
        this.links = links;
        this.correspondence = correspondence;
    }

    /** The mail, while the customer has not answered; empty where Mandate sends it, or its link is not live. */
    public Optional<OwnMail> of(Request request) {
        if (request.status() != RequestStatus.WAITING || !request.sentBy().equals(Optional.of(SentBy.PARTNER))) {
            return Optional.empty();
        }
        String link = links.answer(request);
        String text = LinkPlaceholder.fill(request.text(), link);
        String brief = Drafts.brief(correspondence.contact(request), link, request.language());
        String to = request.address().value();
        return Optional.of(new OwnMail(to, request.subject(), text, MailtoLink.of(to, request.subject(), text, brief)));
    }
}
