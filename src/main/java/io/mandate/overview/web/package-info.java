/** The process owner's list. */
package io.mandate.overview.web;
