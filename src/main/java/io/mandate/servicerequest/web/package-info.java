/** The pages of service requests: the partner's and those of the provider's support. */
package io.mandate.servicerequest.web;
