/** Nodes are killed and everything around them fails, under load; afterwards what was promised is looked for. See src/docs/faults.md. */
package io.mandate.faults;
