/** What steps of several diagrams that run requests have in common; no step itself. */
package io.mandate.request.step;
