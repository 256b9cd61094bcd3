package io.mandate.engine.jobs;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@MandateTest
@TestPropertySource(properties = {
    "mandate.test.workers=true",
    // Once at the start, and never again while the test runs.
    "camunda.bpm.job-execution.wait-time-in-millis=86400000", "camunda.bpm.job-execution.max-wait=86400000"})
class HandOverTests {

    @Autowired Lifecycle life;
    @Autowired Requests requests;
    @Autowired RuntimeService runtime;

    @Test
    void a_request_comes_to_its_end_without_anybody_asking_for_jobs() {
        String customer = Lifecycle.newAddress();
        Request draft = life.draft(PAULA, customer, MAIL);
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(requests.get(draft.id()).status()).isEqualTo(RequestStatus.WAITING));

        life.approve(customer, MAIL);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(draft.relationshipId().toString()).list()).isEmpty());
    }
}
