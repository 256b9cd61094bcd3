package io.mandate.cost;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.RenegotiationKind;
import io.mandate.relationship.Renegotiations;
import io.mandate.relationship.Request;
import io.mandate.relationship.Side;
import io.mandate.renegotiation.DutyOffers;
import io.mandate.renegotiation.Proposal;
import io.mandate.renegotiation.Renegotiating;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a hand-over costs, step by step with its mails, to one person of each partner and one administrator: proposed by the customer,
 * confirmed by the partner, accepted by the other, done on its date. The bounds are what it costs now.
 */
class RenegotiationCostTests extends CostTest {

    private static final int MOST_STATEMENTS = 253;
    private static final int MOST_COMMITS = 11;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired ManagementService management;
    @Autowired Renegotiating renegotiating;
    @Autowired DutyOffers offers;
    @Autowired Renegotiations renegotiations;
    @Autowired Clock clock;

    @Override
    void count(String database) throws IOException {
        Jobs jobs = new Jobs(management);
        walk(jobs);
        walk(jobs).stays("renegotiation", database, MOST_STATEMENTS, MOST_COMMITS);
    }

    private LifecycleCost walk(Jobs jobs) {
        String customer = Lifecycle.newAddress();
        Request contosos = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        Request fabrikams = life.sent(FIONA, customer, INFRASTRUCTURE);
        life.approve(customer, INFRASTRUCTURE);
        jobs.runDue();
        LifecycleCost cost = new LifecycleCost(count);
        cost.act("customer proposes", () -> renegotiating.propose(contosos.relationshipId(), Side.CUSTOMER, "Ada Admin",
                new Proposal(Optional.of(RenegotiationKind.HAND_OVER),
                        Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30)),
                        Optional.of("fabrikam"), "", "")));
        UUID proposed = renegotiations.open(contosos.relationshipId()).orElseThrow().id();
        told("tell both sides", cost, jobs);
        cost.act("partner confirms",
                () -> renegotiating.confirm(proposed, Side.PARTNER, "Paula Pérez", Optional.empty(), ""));
        told("ask other partner, tell both sides", cost, jobs);
        cost.act("other partner accepts", () -> offers.accept(proposed, fabrikams.relationshipId(), "Fiona Fischer"));
        told("tell all three", cost, jobs);
        String date = management.createJobQuery().activityId("Event_DateReached").singleResult().getId();
        cost.act("date comes, duty changes", () -> jobs.run(date));
        cost.runJobs(jobs, "tell all three of it");
        return cost;
    }

    /** The mails hang on the waiting, as timers that are due at once. */
    private static void told(String step, LifecycleCost cost, Jobs jobs) {
        cost.runJobs(jobs, "telling is due: " + step);
        cost.runJobs(jobs, step);
    }
}
