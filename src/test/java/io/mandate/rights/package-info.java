/** Who may do what: the table in {@code src/docs/rights.md} against everything that the running service answers. */
package io.mandate.rights;
