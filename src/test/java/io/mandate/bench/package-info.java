/** The benchmark of {@code mvn -Pbench verify}: Mandate beside others, in the same run; see src/docs/benchmark.md. */
package io.mandate.bench;
