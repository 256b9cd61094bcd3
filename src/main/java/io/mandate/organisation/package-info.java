/** What the people who speak for a customer see of their partners, and do about them. */
package io.mandate.organisation;
