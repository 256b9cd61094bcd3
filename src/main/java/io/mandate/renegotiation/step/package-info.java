/** The steps of the diagram {@code renegotiation}. */
package io.mandate.renegotiation.step;
