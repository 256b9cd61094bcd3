/** The steps of the diagram grant, each called after its label. */
package io.mandate.grant.step;
