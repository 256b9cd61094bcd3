/** The pages on which a duty to support is renegotiated: those of its two sides, and of the partner that is to get it. */
package io.mandate.renegotiation.web;
