/** The steps of the diagram {@code service-request}. */
package io.mandate.servicerequest.step;
