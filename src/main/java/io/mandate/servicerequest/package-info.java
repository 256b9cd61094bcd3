/** Service requests: a partner on duty asks the provider's support for help on behalf of its customer. */
package io.mandate.servicerequest;
