/** What Mandate spends: SQL statements and commits, counted at the driver. */
package io.mandate.cost;
