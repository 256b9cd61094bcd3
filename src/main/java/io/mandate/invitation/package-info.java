/** A partner invites a customer: the request is written, reviewed, sent, and followed until it is answered. */
package io.mandate.invitation;
