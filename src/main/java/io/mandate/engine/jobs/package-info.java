/**
 * How a node comes by the jobs that it runs: its own right after the commit, others by asking the database; and how it ends with
 * them as it stops.
 */
package io.mandate.engine.jobs;
