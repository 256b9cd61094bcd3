/** The partner's pages around one request: following it, sending it again, taking it back. */
package io.mandate.request.web;
