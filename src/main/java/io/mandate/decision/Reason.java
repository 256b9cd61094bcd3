package io.mandate.decision;

import java.util.Locale;

/** Why the answer is no. None tells whether another partner holds the permission. */
enum Reason {
    UNKNOWN_SUBJECT_TYPE("Mandate decides about subjects of type \"partner\" only."),
    UNKNOWN_RESOURCE_TYPE("Mandate decides about resources of type \"service\" only."),
    CUSTOMER_MISSING("The resource's properties do not name the customer (\"customer\": the customer's id)."),
    UNKNOWN_CUSTOMER("There is no customer with this id."),
    NOT_HELD("This partner does not hold the permission for this service of this customer."),
    ENDED("The term of this partner's permission is over."),
    ROLE_NOT_HELD("This partner holds the permission, but without this role."),
    UNKNOWN_ROLE("The service has no such role; the action is a role's id, or \"administer\" for any role.");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }
}
