/** The step of the diagram {@code term-notice}. */
package io.mandate.termnotice.step;
