/** Signing in with what an organisation already has: what an identity provider may vouch for, and the accounts that follow from it. */
package io.mandate.identity.provider;
