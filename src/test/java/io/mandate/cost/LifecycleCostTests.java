package io.mandate.cost;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What one lifecycle costs; the tables go to {@code target/lifecycle-cost-*.md}, every statement beside them. The bounds are
 * what it costs now: whoever needs more says so here.
 */
class LifecycleCostTests {

    private static final int MOST_STATEMENTS = 197;
    private static final int MOST_COMMITS = 12;

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 {

        @Test
        void one_lifecycle_stays_within_its_bounds(
                @Autowired Lifecycle life, @Autowired StatementCount count, @Autowired ManagementService management)
                throws IOException {
            check("h2", LifecycleCost.measure(life, count, new Jobs(management)));
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql {

        @Test
        void one_lifecycle_stays_within_its_bounds(
                @Autowired Lifecycle life, @Autowired StatementCount count, @Autowired ManagementService management)
                throws IOException {
            check("postgresql", LifecycleCost.measure(life, count, new Jobs(management)));
        }
    }

    private static void check(String database, LifecycleCost cost) throws IOException {
        Files.writeString(Path.of("target/lifecycle-cost-" + database + ".md"), cost.table(database) + "\n");
        Files.writeString(Path.of("target/lifecycle-cost-" + database + ".txt"), cost.statementsOf());
        assertThat(cost.statements()).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(cost.commits()).isLessThanOrEqualTo(MOST_COMMITS);
    }
}
