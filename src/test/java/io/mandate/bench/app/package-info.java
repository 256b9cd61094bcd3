/** What all applications under test share: the same endpoints for the steps of people, the same mails, the same counters. */
package io.mandate.bench.app;
