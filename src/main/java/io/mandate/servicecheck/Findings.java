package io.mandate.servicecheck;

import io.mandate.relationship.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one batch of questions showed at one service.
 *
 * @param asked customers whose permission stays as it is: the service gives something, or was silent when it was asked
 * @param gone permissions of which the service gives nothing any more
 * @param over customers whose permission is over
 * @param closed clouds in which nothing more is asked before the next check
 */
record Findings(List<UUID> asked, List<Permission> gone, List<UUID> over, Set<String> closed) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
    }
}
