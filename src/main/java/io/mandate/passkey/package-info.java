/** Passkeys: who has which, adding, removing and using them, and where one is demanded. */
package io.mandate.passkey;
