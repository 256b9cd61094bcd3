package io.mandate.servicerequest;

import java.util.Optional;

/**
 * A service request as a partner filled it in, not yet checked.
 *
 * @param service id of the service it is about, empty for the account as a whole; no value where nothing was chosen
 * @param priority no value where nothing was chosen
 */
public record NewServiceRequest(Optional<String> service, Optional<ServicePriority> priority, String subject, String text) {}
