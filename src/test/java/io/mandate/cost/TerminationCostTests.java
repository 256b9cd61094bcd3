package io.mandate.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Side;
import io.mandate.relationship.Terminations;
import io.mandate.termination.Terminating;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What the end of a relationship costs that holds one permission of a service that cannot be told: asking for it and telling
 * both sides, and confirming it up to the final report, each with its looks for jobs that are due. The bounds are what it
 * costs now.
 */
class TerminationCostTests {

    private static final int MOST_STATEMENTS_OF_ASKING = 62;
    private static final int MOST_COMMITS_OF_ASKING = 6;
    private static final int MOST_STATEMENTS_OF_CONFIRMING = 112;
    private static final int MOST_COMMITS_OF_CONFIRMING = 6;

    @Nested
    @MandateTest
    @Import({StatementCount.class, Costs.class})
    class On_h2 {

        @Test
        void it_stays_within_its_bounds(@Autowired Costs costs) throws IOException {
            costs.check("h2");
        }
    }

    @Nested
    @MandateTest
    @Import({StatementCount.class, Costs.class})
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql {

        @Test
        void it_stays_within_its_bounds(@Autowired Costs costs) throws IOException {
            costs.check("postgresql");
        }
    }

    @TestComponent
    static class Costs {

        @Autowired Lifecycle life;
        @Autowired StatementCount count;
        @Autowired ManagementService management;
        @Autowired Terminating terminating;
        @Autowired Terminations terminations;

        void check(String database) throws IOException {
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
            write("end-asked", database, asking);
            write("end-confirmed", database, confirming);
            assertThat(asking.statements()).as(asking.statementsOf()).isLessThanOrEqualTo(MOST_STATEMENTS_OF_ASKING);
            assertThat(asking.commits()).isLessThanOrEqualTo(MOST_COMMITS_OF_ASKING);
            assertThat(confirming.statements()).as(confirming.statementsOf()).isLessThanOrEqualTo(MOST_STATEMENTS_OF_CONFIRMING);
            assertThat(confirming.commits()).isLessThanOrEqualTo(MOST_COMMITS_OF_CONFIRMING);
        }

        private static void write(String what, String database, LifecycleCost cost) throws IOException {
            Files.writeString(Path.of("target", what + "-cost-" + database + ".md"), cost.table(database) + "\n");
            Files.writeString(Path.of("target", what + "-cost-" + database + ".txt"), cost.statementsOf());
        }
    }
}
