/** The steps of the diagram acceptance, each called after its label. */
package io.mandate.acceptance.step;
