package io.mandate.identity.provider;

import io.mandate.relationship.CustomerIdentity;
import io.mandate.relationship.EmailAddress;

/**
 * A person of a customer, for whom the customer's own provider vouches.
 *
 * @param identity the customer's, in every cloud
 * @param provider the id in the settings
 */
public record VouchedCustomer(EmailAddress address, CustomerIdentity identity, String provider) {}
