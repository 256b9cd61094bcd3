/** The customer's side of every request: the link, the proof of who answers, the answer, and the wait for it. */
package io.mandate.acceptance;
