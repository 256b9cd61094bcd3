/** The steps of the diagram restoration, each called after its label. */
package io.mandate.restoration.step;
