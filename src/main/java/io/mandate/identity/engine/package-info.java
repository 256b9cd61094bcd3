/** Keeps the engine's users, groups and rights in step with the accounts, and signs people in to its web apps. */
package io.mandate.identity.engine;
