package io.mandate.acceptance.web;

import io.mandate.catalog.Agreement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a page shows of a question, in its language.
 *
 * @param asking who asks: the partner, or its provider on behalf of it
 * @param provider the indirect provider that asks on the partner's behalf; empty where the partner asks itself
 * @param since the day since which the partner is one
 * @param customer what identifies the customer: a domain, or the one address that may answer
 * @param onlyAddress whether it is the address
 * @param again whether the partner's relationship was in force before, so that what is asked differs from something
 */
record QuestionView(
        String asking, String partner, Optional<String> provider, String since, String person,
        String address, String organisation, String invited,
        String customer, boolean onlyAddress, String cloud, Instant validUntil, boolean again, List<ServiceView> services,
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
     * @param extension by how many days at a time it would be extended until the customer stops that; empty for no extension
     * @param holder empty text for nobody, else the id of the partner that holds the permission
     * @param changed whether that is another than the one the person saw before
     * @param before how the partner that asks held it last; empty where it never did
     */
    record ServiceView(
            Fields fields, String name, String description, int days, OptionalInt extension, List<RoleView> roles, Holder held, String holder,
            String holderName, boolean changed, Optional<BeforeView> before) {}

    /**
     * How a partner held a service last.
     *
     * @param state HELD, or name of the reason for which it was lost
     * @param until the end of its term where it is held, else when it was lost
     * @param dropped names of the roles that are no longer asked for
     */
    record BeforeView(String state, String roles, Instant until, List<String> dropped) {}

    /** The names of a service's form fields. */
    record Fields(String approved, String roles, String days, String extending, String holder) {}

    /**
     * One role asked for.
     *
     * @param added whether it was not held before, where others were
     */
    record RoleView(String field, String name, String description, boolean added) {}

    /** Whether any holder changed while the page was open. */
    public boolean changed() {
        return services.stream().anyMatch(ServiceView::changed);
    }
}
