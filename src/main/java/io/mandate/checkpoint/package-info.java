/** Signing, from time to time, where the chains of evidence end. */
package io.mandate.checkpoint;
