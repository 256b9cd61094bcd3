package io.mandate.customers;

/** Whom a customer calls about a service, in the only words in which a partner may learn it. */
public enum Contact {
    YOU,
    YOUR_PROVIDER,
    SOMEBODY_ELSE
}
