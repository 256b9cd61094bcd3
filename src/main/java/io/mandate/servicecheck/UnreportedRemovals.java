package io.mandate.servicecheck;

import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.ServiceChecks;
import io.mandate.relationship.ServiceChecks.Due;
import io.mandate.revocation.Removals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks services whether they still give partners what was granted. A permission of which a service gives nothing any more was
 * removed there: it ends as if the service had reported it. Where only some roles are missing, it stays as it is.
 */
@Service
@Transactional
public class UnreportedRemovals {

    static final int BATCH = 50;
    /** After this time no further question is begun, so that a batch is over long before its job counts as abandoned. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(UnreportedRemovals.class);

    private final Clock clock;
    private final ServiceChecks checks;
    private final Provisioning provisioning;
    private final Removals removals;

    UnreportedRemovals(Clock clock, ServiceChecks checks, Provisioning provisioning, Removals removals) {
        this.clock = clock;
        this.checks = checks;
        this.provisioning = provisioning;
        this.removals = removals;
    }

    /**
     * Asks about the next permissions that were not asked about since this check began. A service that is silent once is left
     * alone until the next check. No row is locked while services are asked: what changed meanwhile is left as it is.
     *
     * @return whether more may be due
     */
    public boolean find(Instant begun) {
        Instant stop = clock.instant().plus(LONGEST);
        Map<String, Findings> found = new TreeMap<>();
        List<Due> due = checks.due(begun, BATCH);
        for (Due one : due) {
            if (!clock.instant().isBefore(stop)) {
                break;
            }
            look(one, found.computeIfAbsent(one.permission().service(), service -> new Findings()));
        }
        record(found, begun);
        return due.size() == BATCH || !clock.instant().isBefore(stop);
    }

    private void look(Due due, Findings found) {
        Permission held = due.permission();
        if (!held.countsAt(clock.instant())) {
            found.over().add(held.customerId());
        } else if (!provisioning.reaches(held.service(), due.cloud())) {
            found.closed().add(due.cloud());
        } else if (!found.closed().contains(due.cloud())) {
            ask(due, found);
        }
    }

    private void ask(Due due, Findings found) {
        Permission held = due.permission();
        try {
            if (!provisioning.roles(question(due)).isEmpty()) {
                found.asked().add(held.customerId());
            } else {
                found.gone().add(held);
            }
        } catch (ServiceSilentException silent) {
            LOG.warn("{} The check asks nothing more of it in the cloud {} until it begins anew.",
                    silent.getMessage(), due.cloud());
            // The one that failed comes last next time, the others first: it cannot keep them from being asked for ever.
            found.asked().add(held.customerId());
            found.closed().add(due.cloud());
        }
    }

    private static ServiceQuestion question(Due due) {
        Permission held = due.permission();
        return new ServiceQuestion(held.service(), due.cloud(), held.customerId(), held.holder());
    }

    /** In the order of services, like everybody who changes several permissions of a customer: so nobody waits in a circle. */
    private void record(Map<String, Findings> all, Instant begun) {
        Instant now = clock.instant();
        List<Permission> lost = new ArrayList<>();
        all.forEach((service, found) -> {
            checks.asked(service, found.asked(), begun, now);
            checks.over(service, found.over(), begun);
            found.gone().stream().filter(gone -> checks.asked(gone, begun, now)).forEach(lost::add);
            // What is left that was due.
            found.closed().forEach(cloud -> checks.putOff(service, cloud, begun));
        });
        lost.stream().collect(Collectors.groupingBy(Permission::relationshipId, TreeMap::new, Collectors.toList())).values()
                .forEach(removals::foundRemovedAtService);
    }
}
