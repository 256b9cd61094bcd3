package io.mandate.customers;

/** Who holds the permission for a service, in the only words in which a partner may learn it. */
public enum Holder {
    YOU,
    ANOTHER_PARTNER,
    NOBODY
}
