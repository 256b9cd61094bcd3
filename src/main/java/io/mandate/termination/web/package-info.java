/** The pages on which either side ends a relationship. */
package io.mandate.termination.web;
