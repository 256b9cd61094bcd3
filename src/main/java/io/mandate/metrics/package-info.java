/** Figures for whoever watches Mandate run: what became of requests, mails and jobs, and what waits. None tells persons or ids. */
package io.mandate.metrics;
