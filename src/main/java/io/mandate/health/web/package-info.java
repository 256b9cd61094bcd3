/** Where probes ask, and what the management port lets through. */
package io.mandate.health.web;
