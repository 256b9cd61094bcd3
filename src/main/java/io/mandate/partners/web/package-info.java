/** The pages of partners. */
package io.mandate.partners.web;
