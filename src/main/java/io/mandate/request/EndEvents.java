package io.mandate.request;

import io.mandate.relationship.RequestStatus;
import java.util.Optional;

/** The ids of the end events at which a request arrives, one for each way in which it can end. */
public record EndEvents(String approved, String declined, String expired, String withdrawn) {

    /** The one that belongs to the status; empty for a request that is open. */
    public Optional<String> of(RequestStatus status) {
        return switch (status) {
            case APPROVED -> Optional.of(approved);
            case DECLINED -> Optional.of(declined);
            case EXPIRED -> Optional.of(expired);
            case WITHDRAWN -> Optional.of(withdrawn);
            case DRAFT, SENDING, ADDRESS_REFUSED, WAITING -> Optional.empty();
        };
    }
}
