/** The same business steps, modelled the ordinary way on the same engine with default settings. */
package io.mandate.bench.ordinary;
