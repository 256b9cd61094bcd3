package io.mandate.termnotice;

import io.mandate.MandateProperties;
import io.mandate.acceptance.Correspondence;
import io.mandate.mail.TermNoticeToCustomerMail;
import io.mandate.mail.TermNoticeToPartnerMail;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.relationship.TermNotice;
import io.mandate.relationship.TermNotices;
import io.mandate.relationship.Terms;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides that the end of a permission is near: each notice of each end once. */
@Service
@Transactional
public class TermNotifications {

    private final MandateProperties mandate;
    private final Relationships relationships;
    private final Requests requests;
    private final Permissions permissions;
    private final Terms terms;
    private final TermNotices notices;
    private final TermNoticeProcess process;
    private final Correspondence correspondence;

    TermNotifications(MandateProperties mandate, Relationships relationships, Requests requests, Permissions permissions,
            Terms terms, TermNotices notices, TermNoticeProcess process, Correspondence correspondence) {
        this.mandate = mandate;
        this.relationships = relationships;
        this.requests = requests;
        this.permissions = permissions;
        this.terms = terms;
        this.notices = notices;
        this.process = process;
        this.correspondence = correspondence;
    }

    /** With the transaction the notice is on its way; nothing happens where the same one was given before. */
    public void give(TermNotice notice) {
        if (notices.add(notice)) {
            process.given(notice);
        }
    }

    /** Mails to both sides when the permission ends and what happens then; not where it has changed or was lost meanwhile. */
    public void tellBothSides(UUID id) {
        TermNotice notice = notices.get(id);
        if (permissions.find(notice.customerId(), notice.service()).filter(notice::isOf).isEmpty()) {
            return;
        }
        // It may have been stopped since the notice was given.
        Optional<Instant> extendedTo = notice.extendedTo()
                .filter(end -> terms.extending(notice.customerId()).contains(notice.service()));
        Relationship relationship = relationships.get(notice.relationshipId());
        Request request = requests.get(notice.requestId());
        String partner = correspondence.partner(relationship.partnerId());
        correspondence.toBothSides(request, occurrence(notice), language -> new TermNoticeToPartnerMail(
                relationship.organisation(), correspondence.service(notice.service(), language),
                notice.endsAt(), extendedTo, mandate.url("/customers/" + relationship.id() + "/restore?service=" + notice.service()),
                correspondence.customerPage(relationship.id())), language -> new TermNoticeToCustomerMail(
                partner, relationship.organisation(), correspondence.service(notice.service(), language),
                notice.endsAt(), extendedTo, mandate.url("/organisation/" + notice.customerId())));
    }

    private static String occurrence(TermNotice notice) {
        return "term notice " + notice.service() + " " + notice.endsAt() + " " + notice.days();
    }
}
