/** Renegotiation of the duty to support: proposed by one side, confirmed by the other, accepted by the partner that gets it. */
package io.mandate.renegotiation;
