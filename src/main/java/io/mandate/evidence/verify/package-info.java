/** Verifying evidence, with the settings' keys and without the engine: in the database, or in an export of it. */
package io.mandate.evidence.verify;
