/** The page on which a partner asks again, in one step. */
package io.mandate.restoration.web;
