/** The steps of the diagram {@code checkpoint}. */
package io.mandate.checkpoint.step;
