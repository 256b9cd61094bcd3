/** What is due because of the terms of permissions: notices of their ends, extensions, and the ends themselves. */
package io.mandate.terms;
