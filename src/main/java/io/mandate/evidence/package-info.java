/** Everything that was done about a relationship, provably: chains of entries, signed checkpoints over them, and receipts. */
package io.mandate.evidence;
