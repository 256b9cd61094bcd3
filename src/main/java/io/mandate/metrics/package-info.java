/**
 * Figures for whoever watches Mandate run: what became of requests, mails and jobs, and what waits. None tells persons or ids.
 * Decisions are timed where they are made.
 */
package io.mandate.metrics;
