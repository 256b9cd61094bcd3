/** Taking permissions away: they stop counting at once; then the service is told and checked, and both sides get the report. */
package io.mandate.revocation;
