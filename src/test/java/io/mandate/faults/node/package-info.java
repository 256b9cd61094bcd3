/** What a node of the faults' tests has beside Mandate: a clock that can be moved. Nothing else of the tests is on its class path. */
package io.mandate.faults.node;
