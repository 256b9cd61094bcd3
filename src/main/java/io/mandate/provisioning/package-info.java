/** Telling administered services what was granted and removed, and asking them what a partner can do there. */
package io.mandate.provisioning;
