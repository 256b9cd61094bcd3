/** Mandate under test: itself, with the endpoints of the benchmark beside its own. */
package io.mandate.bench.mandate;
