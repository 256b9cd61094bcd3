package io.mandate.relationship;

import java.util.List;

/**
 * Where a relationship stands at an instant, in SQL with the parameter {@code now}: one whose last permission lapsed by time
 * is in force without permission, though nobody has written that down yet.
 */
final class Standing {

    private static final String HOLDS =
            "exists (select 1 from permission p where p.relationship_id = r.id and p.ends_at > :now)";

    /** The status of the relationship {@code r}. */
    static final String STATUS = "case when r.status = 'IN_FORCE' and not " + HOLDS + " then 'WITHOUT_PERMISSION' else r.status end";

    private Standing() {}

    /** The conditions under which the relationship {@code r} has this status: one of them, each along an index. */
    static List<String> conditions(RelationshipStatus status) {
        String stored = "r.status = '" + status + "'";
        return switch (status) {
            case IN_FORCE -> List.of(stored + " and " + HOLDS);
            case WITHOUT_PERMISSION -> List.of(stored, "r.status = 'IN_FORCE' and not " + HOLDS);
            default -> List.of(stored);
        };
    }
}
