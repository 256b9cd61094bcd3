/** The customer's own pages. */
package io.mandate.organisation.web;
