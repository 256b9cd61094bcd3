package io.mandate.request;

import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import java.util.Optional;
import java.util.Set;

/** The diagram that runs requests of some kinds from their beginning to their end. */
public interface RequestDiagram {

    /** Id of the process. */
    String key();

    /** The kinds of requests that it runs; each kind is run by one diagram. */
    Set<RequestKind> kinds();

    /** Id of the end event at which a request of this status has arrived; empty for one that is open. */
    Optional<String> end(RequestStatus status);
}
