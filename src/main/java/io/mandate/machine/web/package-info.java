/** How service accounts sign in to the machine endpoints, and the pages on which process owners issue and revoke access tokens. */
package io.mandate.machine.web;
