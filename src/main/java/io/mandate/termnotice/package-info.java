/** Telling both sides that the end of a permission is near. */
package io.mandate.termnotice;
