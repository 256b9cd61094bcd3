package io.mandate.relationship;

import java.util.List;
import java.util.UUID;

/**
 * Says what keeps a relationship from ending. Whoever has matters that must be settled first, such as service requests,
 * implements this as a component; all are asked when somebody asks for the end, confirms it, and when it is to happen and
 * happens. To open one, {@link Relationships#lock lock} the relationship. Requests that wait for the customer's answer are no such matter: they are withdrawn with the end.
 */
public interface OpenMatters {

    /** What is open, as both sides may read it; empty for nothing. */
    List<String> of(UUID relationship);
}
