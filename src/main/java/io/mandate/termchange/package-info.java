/** Changing the term of a permission: the new end counts at once; then the service is told, and both sides. */
package io.mandate.termchange;
