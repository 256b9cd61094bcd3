/** The steps of the diagram {@code termination}. */
package io.mandate.termination.step;
