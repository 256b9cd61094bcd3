/** Mandate: permissions to administer a customer's services, asked for by partners and given by customers. */
package io.mandate;
