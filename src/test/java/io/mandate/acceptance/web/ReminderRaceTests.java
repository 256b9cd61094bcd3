package io.mandate.acceptance.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Lifecycle;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A reminder becomes due in the moment in which the customer approves, on PostgreSQL: the customer notices nothing. */
@CustomerPagesTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ReminderRaceTests {

    @Autowired Lifecycle life;
    @Autowired ManagementService management;
    @LocalServerPort int port;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @RepeatedTest(10)
    void the_approval_holds() throws Exception {
        // given
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL);
        ClockUtil.setCurrentTime(new Date(firstTimer().getDuedate().getTime() + 1));
        CustomerBrowser browser = new CustomerBrowser(port).prove(customer);
        List<Job> due = management.createJobQuery().executable().active().list();
        CyclicBarrier moment = new CyclicBarrier(2);

        // when
        CompletableFuture<Void> engine = CompletableFuture.runAsync(() -> {
            await(moment);
            due.forEach(this::runUnlessGone);
        });
        await(moment);
        browser.approve(Map.of());
        engine.join();

        // then
        assertThat(browser.text()).contains("You approved the request").doesNotContain("answered before");
        life.jobs().runDue();
    }

    private Job firstTimer() {
        return management.createJobQuery().active().timers().duedateHigherThan(new Date()).orderByJobDuedate().asc()
                .listPage(0, 1).get(0);
    }

    /** The approval may have taken the timer away. */
    private void runUnlessGone(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (ProcessEngineException | NullPointerException gone) {
            assertThat(management.createJobQuery().jobId(job.getId()).withException().list()).isEmpty();
        }
    }

    private static void await(CyclicBarrier moment) {
        try {
            moment.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
