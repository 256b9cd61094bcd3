/** Those who use the applications under test: clients, and the mail server of the customers. */
package io.mandate.bench.driver;
