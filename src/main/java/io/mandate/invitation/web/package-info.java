/** The partner's pages around one request: asking, reviewing the draft, sending, following and taking back. */
package io.mandate.invitation.web;
