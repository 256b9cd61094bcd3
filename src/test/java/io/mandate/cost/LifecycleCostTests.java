package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.restoration.NewRestoration;
import io.mandate.restoration.Restorations;
import io.mandate.revocation.Removals;
import io.mandate.termchange.LastDays;
import io.mandate.termchange.Shortening;
import io.mandate.termchange.Shortenings;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one lifecycle, one removal, one shortening of a term and one restoration cost; the tables go to
 * {@code target/*-cost-*.md}, every statement beside them. The bounds are what it costs now: whoever needs more says so here.
 */
class LifecycleCostTests extends CostTest {

    private static final int MOST_STATEMENTS = 135;
    private static final int MOST_COMMITS = 8;
    private static final int MOST_STATEMENTS_OF_A_REMOVAL = 35;
    private static final int MOST_COMMITS_OF_A_REMOVAL = 2;
    private static final int MOST_STATEMENTS_OF_A_RESTORATION = 116;
    private static final int MOST_COMMITS_OF_A_RESTORATION = 7;
    private static final int MOST_STATEMENTS_OF_A_SHORTENING = 32;
    private static final int MOST_COMMITS_OF_A_SHORTENING = 2;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired ManagementService management;
    @Autowired Permissions permissions;
    @Autowired Removals removals;
    @Autowired Restorations restorations;
    @Autowired Shortenings shortenings;
    @Autowired Clock clock;

    private void remove(Request request) {
        removals.removedByCustomer(held(request), "Ada Admin", "");
    }

    private Request askAgain(Request before) {
        return restorations.ask(before.relationshipId(),
                new NewRestoration(before.address().value(), "en", "", List.of(MAIL), SentBy.MANDATE), PAULA);
    }

    @Override
    void count(String database) throws IOException {
        Jobs jobs = new Jobs(management);
        LifecycleCost.measure(life, count, jobs).stays("lifecycle", database, MOST_STATEMENTS, MOST_COMMITS);
        LifecycleCost.measure("customer removes the permission", this::remove, life, count, jobs)
                .stays("removal", database, MOST_STATEMENTS_OF_A_REMOVAL, MOST_COMMITS_OF_A_REMOVAL);
        LifecycleCost.measure("customer shortens the term", request ->
                shorten(held(request)), life, count, jobs)
                .stays("shortening", database, MOST_STATEMENTS_OF_A_SHORTENING, MOST_COMMITS_OF_A_SHORTENING);
        LifecycleCost.measureRestoration(life, this::remove, this::askAgain, count, jobs)
                .stays("restoration", database, MOST_STATEMENTS_OF_A_RESTORATION, MOST_COMMITS_OF_A_RESTORATION);
    }

    private Permission held(Request request) {
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    private void shorten(Permission held) {
        Shortening tomorrow = new Shortening(Optional.of(LastDays.of(held, clock.instant()).first()), "");
        shortenings.byCustomer(held, tomorrow, "Ada Admin");
    }
}
