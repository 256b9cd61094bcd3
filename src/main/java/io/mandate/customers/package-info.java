/** What a partner sees of its customers: the list, and of each one account, services, users, licences and requests. */
package io.mandate.customers;
