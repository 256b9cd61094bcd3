package io.mandate.customers.web;

import io.mandate.relationship.RelationshipList;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.RequestStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the list.
 *
 * @param request the one that matters most now: one that waits for the partner, else an open one, else the last
 */
record RowView(UUID id, String organisation, String identity, String cloud, RelationshipStatus status, UUID request,
        RequestStatus requestStatus, Instant changedAt) {

    static RowView of(RelationshipList.Row row, String identity, String cloud) {
        return new RowView(row.id(), row.organisation(), identity, cloud, row.status(), row.request(),
                row.requestStatus(), row.changedAt());
    }

    /** Whether nothing goes on before the partner does something. */
    public boolean isNeedsYou() {
        return requestStatus == RequestStatus.ADDRESS_REFUSED || requestStatus == RequestStatus.DRAFT;
    }
}
