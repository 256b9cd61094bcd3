/** The pages on which each side reads its evidence, and receipts and public keys to download. */
package io.mandate.evidence.web;
