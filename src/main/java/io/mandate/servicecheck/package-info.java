/** Looking, on a schedule, for permissions that were removed in a service's own portal without a report. */
package io.mandate.servicecheck;
