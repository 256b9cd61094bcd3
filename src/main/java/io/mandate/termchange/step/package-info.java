/** The steps of the diagram {@code term-change}. */
package io.mandate.termchange.step;
