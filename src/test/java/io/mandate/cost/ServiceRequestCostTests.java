package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Request;
import io.mandate.servicerequest.Author;
import io.mandate.servicerequest.NewServiceRequest;
import io.mandate.servicerequest.ServicePriority;
import io.mandate.servicerequest.ServiceRequests;
import io.mandate.servicerequest.Side;
import io.mandate.servicerequest.SupportDesk;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one service request costs, from its opening to its solution; the table goes to {@code target/service-request-cost-*.md}.
 * The bounds are what it costs now: whoever needs more says so here.
 */
class ServiceRequestCostTests extends CostTest {

    private static final int MOST_STATEMENTS = 89;
    private static final int MOST_COMMITS = 4;

    private static final Author SAM = new Author(Side.SUPPORT, EmailAddress.of("sam@mandate.example"), "Sam Sanders");

    @Autowired Lifecycle life;
    @Autowired StatementCount count;
    @Autowired ManagementService management;
    @Autowired ServiceRequests requests;
    @Autowired SupportDesk desk;

    @Override
    void count(String database) throws IOException {
        walk();
        walk().stays("service-request", database, MOST_STATEMENTS, MOST_COMMITS);
    }

    private LifecycleCost walk() {
        Jobs jobs = new Jobs(management);
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        jobs.runDue();
        LifecycleCost cost = new LifecycleCost(count);
        UUID id = UUID.randomUUID();
        cost.act("partner opens", () -> requests.open(id, request.relationshipId(), new NewServiceRequest(
                Optional.of("mail"), Optional.of(ServicePriority.HIGH), "Mail is slow", "It takes minutes"), PAULA));
        cost.runJobs(jobs, "tell both sides of it");
        cost.act("support solves", () -> desk.solve(id, UUID.randomUUID(), "Restarted", SAM));
        cost.runJobs(jobs, "tell both sides of the solution");
        return cost;
    }
}
