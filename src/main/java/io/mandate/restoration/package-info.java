/** A partner asks again for permissions that were lost, or for further services, under a relationship in force. */
package io.mandate.restoration;
