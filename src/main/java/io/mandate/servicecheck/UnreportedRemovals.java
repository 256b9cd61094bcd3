package io.mandate.servicecheck;

import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.ServiceChecks;
import io.mandate.relationship.ServiceChecks.Due;
import io.mandate.revocation.Removals;
import io.mandate.servicecheck.Findings.Endpoint;
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
        Map<Endpoint, Findings> found = new TreeMap<>();
        List<Due> due = checks.due(begun, BATCH);
        for (Due one : due) {
            if (!clock.instant().isBefore(stop)) {
                break;
            }
            Endpoint at = new Endpoint(one.permission().service(), one.cloud());
            look(one.permission(), at, found.computeIfAbsent(at, first -> new Findings()));
        }
        found.forEach(UnreportedRemovals::doubt);
        record(found, begun);
        return due.size() == BATCH || !clock.instant().isBefore(stop);
    }

    private void look(Permission held, Endpoint at, Findings found) {
        if (!held.countsAt(clock.instant())) {
            found.over(held);
        } else if (!provisioning.reaches(at.service(), at.cloud())) {
            found.close();
        } else if (!found.isClosed()) {
            ask(held, at, found);
        }
    }

    private void ask(Permission held, Endpoint at, Findings found) {
        try {
            if (provisioning.roles(new ServiceQuestion(at.service(), at.cloud(), held.customerId(), held.holder())).isEmpty()) {
                found.gone(held);
            } else {
                found.given(held);
            }
        } catch (ServiceSilentException silent) {
            found.unanswered(held);
            LOG.warn("{} The check asks nothing more of it in the cloud {} until it begins anew.",
                    silent.getMessage(), at.cloud());
        }
    }

    private static void doubt(Endpoint at, Findings found) {
        if (found.isDoubtful()) {
            found.close();
            LOG.warn("The service {} says of all {} permissions asked about in the cloud {} that nothing is left. This is not"
                    + " believed, and nothing ends: what was removed there, it can report.",
                    at.service(), found.doubted(), at.cloud());
        }
    }

    /** In the order of services, like everybody who changes several permissions of a customer: so nobody waits in a circle. */
    private void record(Map<Endpoint, Findings> all, Instant begun) {
        Instant now = clock.instant();
        List<Permission> lost = new ArrayList<>();
        all.forEach((at, found) -> {
            checks.asked(at.service(), found.asked(), begun, now);
            checks.over(at.service(), found.over(), begun);
            found.gone().stream().filter(gone -> checks.asked(gone, begun, now)).forEach(lost::add);
            if (found.isClosed()) {
                // All else that is due there. It comes first next time, so that what failed cannot hide it for ever.
                checks.putOff(at.service(), at.cloud(), begun);
            }
        });
        lost.stream().collect(Collectors.groupingBy(Permission::relationshipId, TreeMap::new, Collectors.toList())).values()
                .forEach(removals::foundRemovedAtService);
    }
}
