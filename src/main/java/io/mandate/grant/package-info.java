/** Turning what a customer approved into permissions that count, and telling everybody concerned. */
package io.mandate.grant;
