/** Who may sign in, and who is signed in. */
package io.mandate.identity;
