/** The page that shows a partner which of its permissions end when. */
package io.mandate.terms.web;
