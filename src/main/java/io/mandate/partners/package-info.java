/** Process owners say which partners there are, where they may act, and through whom. */
package io.mandate.partners;
