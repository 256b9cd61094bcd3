package io.mandate.cost;

import io.mandate.relationship.Side;
import io.mandate.relationship.Terminations;
import io.mandate.termination.Terminating;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the end of a relationship costs that holds one permission of a service that cannot be told: asking for it and telling
 * both sides, and confirming it up to the final report, with the first mail that tells both sides at once; each with its looks
 * for jobs that are due. The bounds are what it costs now.
 */
class TerminationCostTests extends CostTest {

    private static final int MOST_STATEMENTS_OF_ASKING = 49;
    private static final int MOST_COMMITS_OF_ASKING = 4;
    private static final int MOST_STATEMENTS_OF_CONFIRMING = 114;
    private static final int MOST_COMMITS_OF_CONFIRMING = 6;

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired ManagementService management;
    @Autowired Terminating terminating;
    @Autowired Terminations terminations;

    @Override
    void count(String database) throws IOException {
        Jobs jobs = new Jobs(management);
        LifecycleCost asking = LifecycleCost.measure("partner asks for the end, telling is due", request -> {
            terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "");
            jobs.dueIds().forEach(jobs::run);
        }, life, count, jobs);
        LifecycleCost confirming = LifecycleCost.measure("customer confirms the end, permissions are removed", request -> {
            terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "");
            jobs.runDue();
            count.take();
            terminating.confirm(terminations.newest(request.relationshipId()).orElseThrow().id(), Side.CUSTOMER, "Ada Admin");
            jobs.dueIds().forEach(jobs::run);
        }, life, count, jobs);
        asking.stays("end-asked", database, MOST_STATEMENTS_OF_ASKING, MOST_COMMITS_OF_ASKING);
        confirming.stays("end-confirmed", database, MOST_STATEMENTS_OF_CONFIRMING, MOST_COMMITS_OF_CONFIRMING);
    }
}
