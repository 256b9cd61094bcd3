package io.mandate.grant;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RevocationReason;
import io.mandate.revocation.Removals;
import io.mandate.revocation.RevocationProcess;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.LossRecord;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.ToldServiceTest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The customer removes a permission while it is still being set up at the service, on PostgreSQL. */
@MandateTest
@Import(LossRecord.class)
@TestPropertySource(properties = "mandate.test.database=postgresql")
class RemovedMeanwhileTests extends ToldServiceTest {

    @Autowired Lifecycle life;
    @Autowired LossRecord record;
    @Autowired Removals removals;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired ManagementService management;
    @Autowired Clock clock;

    private final String address = Lifecycle.newAddress();
    private Request request;
    private UUID customer;

    @BeforeEach
    void a_permission_is_granted_and_not_yet_told() {
        TestMail.acceptAll();
        request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        customer = relationships.get(request.relationshipId()).customer().id();
    }

    @RepeatedTest(8)
    void while_the_service_is_told() throws Exception {
        at_the_same_moment();
    }

    @RepeatedTest(8)
    void while_the_service_is_checked() throws Exception {
        run(GrantProcess.KEY);
        at_the_same_moment();
    }

    @ParameterizedTest
    @ValueSource(strings = {"permission.granted", "permission.read"})
    void and_at_the_service_too_before_it_answers(String message) {
        // given
        SERVICE.meanwhile(message, () -> {
            remove();
            for (int steps = 0; steps < 3; steps++) {
                run(RevocationProcess.KEY);
            }
        });

        // then
        nothing_is_left();
    }

    @Test
    void the_report_of_the_grant_says_what_does_not_count_any_more() {
        // when
        remove();
        life.jobs().runDue();

        // then
        assertThat(TestMail.text(address, "You approved the request")).contains("Has ended again meanwhile: Mail. You get a report of its own");
        assertThat(TestMail.text(PAULA.address().value(), "approved")).contains("Has ended again meanwhile: Mail.");
    }

    private void at_the_same_moment() throws Exception {
        // given
        List<String> due = due(GrantProcess.KEY);
        assertThat(due).hasSize(1);

        // when
        List<Throwable> refused = AtOnce.refused(() -> {
            management.executeJob(due.get(0));
            return null;
        }, this::remove);

        // then
        assertThat(refused).isEmpty();
        nothing_is_left();
    }

    private void nothing_is_left() {
        record.agrees(customer, address, SERVICE, 0);
        assertThat(record.holder(customer, "mail")).isEmpty();
        assertThat(record.reasons(request.relationshipId())).containsExactly(RevocationReason.REMOVED_BY_CUSTOMER);
    }

    private Object remove() {
        return removals.removedByCustomer(permissions.heldBy(request.relationshipId(), clock.instant()).get(0), "Ada Admin", "");
    }

    private void run(String process) {
        due(process).forEach(management::executeJob);
    }

    private List<String> due(String process) {
        return management.createJobQuery().executable().active().processDefinitionKey(process).list().stream().map(Job::getId).toList();
    }
}
