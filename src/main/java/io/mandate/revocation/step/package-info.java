/** The steps of the diagram {@code revocation}. */
package io.mandate.revocation.step;
