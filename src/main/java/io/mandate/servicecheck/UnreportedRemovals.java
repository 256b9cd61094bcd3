package io.mandate.servicecheck;

import io.mandate.provisioning.Provisioning;
import io.mandate.provisioning.ServiceQuestion;
import io.mandate.provisioning.ServiceSilentException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.ServiceChecks.Due;
import io.mandate.relationship.ServiceChecks;
import io.mandate.revocation.Removals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
     * Asks one service of one cloud about the next permissions that were not asked about since this check began. A service that
     * is silent once is left alone until the next check. No row is locked while it is asked: what changed meanwhile is left as
     * it is.
     *
     * @return whether more may be due, there or elsewhere
     */
    public boolean find(Instant begun) {
        Optional<Due> due = checks.due(begun, BATCH);
        due.ifPresent(some -> find(some, begun));
        return due.isPresent();
    }

    private void find(Due due, Instant begun) {
        Instant stop = clock.instant().plus(LONGEST);
        Findings found = new Findings();
        for (Permission held : due.permissions()) {
            if (!clock.instant().isBefore(stop)) {
                break;
            }
            look(held, due, found);
        }
        doubt(due, found);
        record(due, found, begun);
    }

    private void look(Permission held, Due at, Findings found) {
        if (!held.countsAt(clock.instant())) {
            found.over(held);
        } else if (!provisioning.reaches(at.service(), at.cloud())) {
            found.close();
        } else if (!found.isClosed()) {
            ask(held, at, found);
        }
    }

    private void ask(Permission held, Due at, Findings found) {
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

    private static void doubt(Due at, Findings found) {
        if (found.isDoubtful()) {
            found.close();
            LOG.warn("The service {} says of all {} permissions asked about in the cloud {} that nothing is left. This is not"
                    + " believed, and nothing ends: what was removed there, it can report.",
                    at.service(), found.doubted(), at.cloud());
        }
    }

    private void record(Due at, Findings found, Instant begun) {
        Instant now = clock.instant();
        checks.asked(at.service(), found.asked(), begun, now);
        checks.over(at.service(), found.over(), begun);
        List<Permission> lost = found.gone().stream().filter(gone -> checks.asked(gone, begun, now)).toList();
        if (found.isClosed()) {
            // All else that is due there. It comes first next time, so that what failed cannot hide it for ever.
            checks.putOff(at.service(), at.cloud(), begun);
        }
        // Somebody who changes one of these at the same moment may be in the way: then this batch, or they, begin anew.
        lost.stream().sorted(Comparator.comparing(Permission::relationshipId))
                .forEach(one -> removals.removedAtService(one, false));
    }
}
