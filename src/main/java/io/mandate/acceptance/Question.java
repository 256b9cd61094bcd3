package io.mandate.acceptance;

import io.mandate.catalog.Agreement;
import io.mandate.catalog.Cloud;
import io.mandate.mail.PartnerContact;
import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Partner;
import io.mandate.relationship.PastPermission;
import io.mandate.relationship.Relationship;
import io.mandate.relationship.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer is asked, as shown to the person who answers.
 *
 * @param contact who asks, as pages and mails name them
 * @param holders who holds the permission for each service asked for today: partner by service, none where nobody does;
 *     empty until the person has proven to belong to the customer
 * @param before how the partner that asks held each of these services last; none where it never did
 */
public record Question(
        Request request, Relationship relationship, Partner partner, PartnerContact contact, Cloud cloud, Agreement agreement,
        Map<String, Partner> holders, Map<String, PastPermission> before) {

    /** The services asked for, with roles and terms. */
    public List<AskedPermission> asked() {
        return request.asked();
    }

    /** Name of the indirect provider that asks on the partner's behalf; empty where the partner asks itself. */
    public Optional<String> provider() {
        return contact.provider();
    }
}
