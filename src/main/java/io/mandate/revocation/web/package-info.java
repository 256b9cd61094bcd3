/** Where services report what was removed in their own portals. */
package io.mandate.revocation.web;
