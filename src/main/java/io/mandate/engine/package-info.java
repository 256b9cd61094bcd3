/** How the engine is set up: its tables, its clock, its decision tables, and what it refuses. */
package io.mandate.engine;
