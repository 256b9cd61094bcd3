/** The orderly end of a relationship: asked for by one side, confirmed by the other or by the notice period, reported to both. */
package io.mandate.termination;
