/** Signing in and out, and who may open what. */
package io.mandate.identity.web;
