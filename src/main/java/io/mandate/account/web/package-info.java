/** The pages on which accounts are managed and passwords are set. */
package io.mandate.account.web;
