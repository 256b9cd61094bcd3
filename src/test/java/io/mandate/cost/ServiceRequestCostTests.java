package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequest;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Side;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount.Spent;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What one service request costs, from its opening to its solution; the table goes to {@code target/service-request-cost-*.md}.
 * The bounds are what it costs now: whoever needs more says so here.
 */
class ServiceRequestCostTests {

    private static final int MOST_STATEMENTS = 120;
    private static final int MOST_COMMITS = 6;

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

        private static final Author SAM = new Author(Side.SUPPORT, EmailAddress.of("sam@mandate.example"), "Sam Sanders");

        @Autowired Lifecycle life;
        @Autowired StatementCount count;
        @Autowired ManagementService management;
        @Autowired ServiceRequests requests;
        @Autowired SupportDesk desk;

        void check(String database) throws IOException {
            walk();
            Map<String, Spent> steps = walk();
            int statements = steps.values().stream().mapToInt(spent -> spent.statements().size()).sum();
            int commits = steps.values().stream().mapToInt(Spent::commits).sum();
            StringBuilder table = new StringBuilder("| Step (" + database + ") | statements | of the engine | commits |\n");
            StringBuilder all = new StringBuilder();
            steps.forEach((step, spent) -> {
                table.append("| %s | %d | %d | %d |%n".formatted(
                        step, spent.statements().size(), spent.ofTheEngine(), spent.commits()));
                all.append("== ").append(step).append('\n').append(String.join("\n", spent.statements())).append('\n');
            });
            Files.writeString(Path.of("target/service-request-cost-" + database + ".md"), table);
            Files.writeString(Path.of("target/service-request-cost-" + database + ".txt"), all);
            assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS);
            assertThat(commits).isLessThanOrEqualTo(MOST_COMMITS);
        }

        private Map<String, Spent> walk() {
            Jobs jobs = new Jobs(management);
            String customer = Lifecycle.newAddress();
            Request request = life.sent(PAULA, customer, MAIL);
            life.approve(customer, MAIL);
            jobs.runDue();
            Map<String, Spent> steps = new LinkedHashMap<>();
            count.take();
            ServiceRequest opened = requests.open(UUID.randomUUID(), request.relationshipId(), new NewServiceRequest(
                    Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Mail is slow", "It takes minutes"), PAULA);
            steps.put("partner opens", count.take());
            run(jobs, "tell both sides of it", steps);
            desk.solve(opened.id(), UUID.randomUUID(), "Restarted", SAM);
            steps.put("support solves", count.take());
            run(jobs, "tell both sides of the solution", steps);
            return steps;
        }

        private void run(Jobs jobs, String step, Map<String, Spent> steps) {
            List<String> due = jobs.dueIds();
            count.take();
            due.forEach(jobs::run);
            steps.put(step, count.take());
        }
    }
}
