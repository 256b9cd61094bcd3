/** Processes under test, databases, and what they use of the machine. */
package io.mandate.bench.machine;
