/** The steps of the diagram {@code service-check}. */
package io.mandate.servicecheck.step;
