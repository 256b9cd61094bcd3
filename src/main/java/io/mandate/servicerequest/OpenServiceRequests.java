package io.mandate.servicerequest;

import io.mandate.relationship.OpenMatters;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A relationship does not end while the provider's support works on something for it. */
@Component
class OpenServiceRequests implements OpenMatters {

    private final ServiceRequestRegister register;

    OpenServiceRequests(ServiceRequestRegister register) {
        this.register = register;
    }

    /** The subjects of the service requests that are open, in quotation marks. */
    @Override
    public List<String> of(UUID relationship) {
        return register.openSubjects(relationship).stream().map(subject -> "“" + subject + "”").toList();
    }
}
