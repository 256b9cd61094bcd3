/** The bare stack beside the decision endpoint: the same web server and pool, one query by primary key, about the same JSON. */
package io.mandate.bench.bare;
