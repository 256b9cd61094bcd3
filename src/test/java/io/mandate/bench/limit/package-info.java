/** The limit: plain JDBC that writes the same business rows in as few durable transactions as possible, without an engine. */
package io.mandate.bench.limit;
