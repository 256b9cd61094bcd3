package io.mandate.erasure;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestMail;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** What erasure leaves for later, and that a later run does it. */
class ErasureTroubleTests extends ErasureTest {

    @Test
    void while_a_process_is_stuck_the_data_that_it_needs_stays() {
        // given
        String address = Lifecycle.newAddress();
        Request declined = life.sent(PAULA, address, MAIL);
        TestMail.failFor(PAULA.address().value());
        life.decline(address, "Nobudget" + mark);
        String instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(declined.relationshipId().toString()).singleResult().getId();
        life.jobs().failUntilIncident(instance);
        Instant stuck = clock.instant();

        // when
        eraseAt(stuck.plus(days(366)));

        // then
        assertThat(requests.get(declined.id()).times().erasedAt()).isEmpty();

        // and when
        TestMail.acceptAll();
        String job = engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId();
        engine.getManagementService().setJobRetries(job, 1);
        life.jobs().run(job);
        eraseAt(stuck.plus(days(368)));

        // then
        assertThat(TestMail.to(PAULA.address().value())).isNotEmpty();
        assertThat(requests.get(declined.id()).times().erasedAt()).isPresent();
        assertThat(database.columnsWith("Nobudget" + mark)).isEmpty();
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }

    @Test
    void what_an_interrupted_run_left_the_next_one_erases() {
        // given
        List<Request> all = declined(PersonalData.BATCH + 1);
        Instant closed = clock.instant();
        ClockUtil.setCurrentTime(Date.from(closed.plus(days(366))));
        life.jobs().run(timer().getId());
        Job batch = engine.getManagementService().createJobQuery().processDefinitionKey(ErasureProcess.KEY).messages().singleResult();

        // when
        life.jobs().run(batch.getId());
        engine.getRuntimeService().deleteProcessInstance(batch.getProcessInstanceId(), "interrupted");

        // then
        assertThat(all).filteredOn(one -> requests.get(one.id()).times().erasedAt().isPresent())
                .hasSizeBetween(1, PersonalData.BATCH);

        // and when
        eraseAt(closed.plus(days(367)));

        // then
        assertThat(all).allSatisfy(one -> assertThat(requests.get(one.id()).times().erasedAt()).isPresent());
    }
}
