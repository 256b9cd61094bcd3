/** The steps of the diagram {@code erasure}. */
package io.mandate.erasure.step;
