/** The rules for diagrams, tables and forms, as functions of these and of what stands around them; one home for all who check. */
package io.mandate.engine.model;
