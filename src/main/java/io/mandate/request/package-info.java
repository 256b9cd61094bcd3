/** One request on its way, of whatever kind: delivered, sent again, corrected, taken back, followed. */
package io.mandate.request;
