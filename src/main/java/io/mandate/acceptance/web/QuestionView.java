package io.mandate.acceptance.web;

import io.mandate.catalog.Agreement;
import java.time.Instant;
import java.util.List;

/**
 * What a page shows of a question, in its language.
 *
 * @param since the day since which the partner is one
 * @param customer what identifies the customer: a domain, or the one address that may answer
 * @param onlyAddress whether it is the address
 */
record QuestionView(
        String partner, String since, String person, String address, String organisation, String invited,
        String customer, boolean onlyAddress, String cloud, Instant validUntil, List<ServiceView> services,
        Agreement agreement) {

    /** Who holds a permission today. */
    enum Holder {
        NOBODY,
        /** The partner that asks. */
        ASKING,
        OTHER
    }

    /**
     * One service asked for.
     *
     * @param holder empty text for nobody, else the id of the partner that holds the permission
     * @param changed whether that is another than the one the person saw before
     */
    record ServiceView(
            Fields fields, String name, String description, int days, List<RoleView> roles, Holder held, String holder,
            String holderName, boolean changed) {}

    /** The names of a service's form fields. */
    record Fields(String approved, String roles, String days, String holder) {}

    /** One role asked for. */
    record RoleView(String field, String name, String description) {}

    /** Whether any holder changed while the page was open. */
    public boolean changed() {
        return services.stream().anyMatch(ServiceView::changed);
    }
}
