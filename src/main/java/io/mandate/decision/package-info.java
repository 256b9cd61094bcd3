/** "May this partner administer this service of this customer?": answers to the services themselves, as OpenID AuthZEN 1.0 has it. */
package io.mandate.decision;
