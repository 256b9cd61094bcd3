/** The partner's pages about its customers. */
package io.mandate.customers.web;
