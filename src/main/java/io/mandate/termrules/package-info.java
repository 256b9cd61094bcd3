/** What the decision table of terms says: who is told when of an end, and what may be extended. */
package io.mandate.termrules;
