/** The page about one's own passkeys, signing in with one, and confirming with one what gives rights away. */
package io.mandate.passkey.web;
