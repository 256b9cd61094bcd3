/** How a node comes by the jobs that it runs: its own right after the commit, others by asking the database. */
package io.mandate.engine.jobs;
