/** The steps of the diagram {@code terms}. */
package io.mandate.terms.step;
