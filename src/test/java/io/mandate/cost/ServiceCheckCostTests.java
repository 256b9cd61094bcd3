package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.testing.ExampleService;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What a check of services costs: a start, a batch of fifty questions, and a last one that finds a removal; as {@link LifecycleCostTests}. */
class ServiceCheckCostTests {

    private static final int BATCH = 50;
    private static final int MOST_STATEMENTS = 50;
    private static final int MOST_COMMITS = 3;

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 extends Behaviour {

        @Test
        void a_check_stays_within_its_bounds() throws IOException {
            check("h2");
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql extends Behaviour {

        @Test
        void a_check_stays_within_its_bounds() throws IOException {
            check("postgresql");
        }
    }

    abstract static class Behaviour {

        private static final ExampleService SERVICE = new ExampleService();

        @Autowired Lifecycle life;
        @Autowired StatementCount count;
        @Autowired ManagementService management;
        @Autowired Relationships relationships;
        @Autowired JdbcTemplate jdbc;

        @DynamicPropertySource
        static void service(DynamicPropertyRegistry settings) {
            SERVICE.register(settings);
            settings.add("mandate.test.check", () -> "1d");
        }

        @AfterEach
        void clock() {
            ClockUtil.reset();
        }

        void check(String database) throws IOException {
            String customer = Lifecycle.newAddress();
            Request request = life.sent(PAULA, customer, MAIL);
            life.approve(customer, MAIL);
            life.jobs().runDue();
            UUID lost = relationships.get(request.relationshipId()).customer().id();
            for (int i = 0; i < BATCH; i++) {
                copy(lost);
            }
            // A first check, which fills caches; then that what is lost is asked about last.
            walk();
            life.jobs().runDue();
            jdbc.update("update permission set checked_at = ? where customer_id = ?",
                    ClockUtil.getCurrentTime().toInstant().plusMillis(1).atOffset(ZoneOffset.UTC), lost);
            SERVICE.set(lost.toString(), "contoso", Set.of());

            LifecycleCost cost = walk();

            cost.stays("service-check", database, MOST_STATEMENTS, MOST_COMMITS);
        }

        private LifecycleCost walk() {
            ClockUtil.setCurrentTime(management.createJobQuery().processDefinitionKey("service-check").timers().singleResult()
                    .getDuedate());
            LifecycleCost cost = new LifecycleCost(count);
            cost.runJobs(life.jobs(), "a check begins");
            cost.runJobs(life.jobs(), "50 permissions asked about");
            cost.runJobs(life.jobs(), "the last one asked about, found removed");
            return cost;
        }

        private void copy(UUID original) {
            UUID customer = UUID.randomUUID();
            jdbc.update("insert into customer (id, cloud, identity, country) select ?, cloud, ?, country from customer where id = ?",
                    customer, customer + ".example", original);
            jdbc.update("""
                    insert into permission (customer_id, service, holder, relationship_id, request_id, roles, granted_at,
                        ends_at, checked_at)
                    select ?, service, holder, relationship_id, request_id, roles, granted_at, ends_at, checked_at
                    from permission where customer_id = ?
                    """, customer, original);
            SERVICE.set(customer.toString(), "contoso", Set.copyOf(MAIL.roles()));
        }
    }
}
