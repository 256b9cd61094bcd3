/** The steps of the diagram invitation, each called after its label. */
package io.mandate.invitation.step;
