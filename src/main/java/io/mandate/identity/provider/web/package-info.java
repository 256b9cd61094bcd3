/** OpenID Connect: to the provider and back, and signing out there, too. */
package io.mandate.identity.provider.web;
