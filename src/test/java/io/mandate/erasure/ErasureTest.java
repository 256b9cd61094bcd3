package io.mandate.erasure;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;

import io.mandate.relationship.Permissions;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Requests;
import io.mandate.testing.DatabaseContent;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.WholeLife;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Persons are erased a year after the end, every day. */
@MandateTest
@Import(WholeLife.class)
@TestPropertySource(properties = "mandate.test.erasure=1d")
abstract class ErasureTest {

    @Autowired Lifecycle life;
    @Autowired WholeLife whole;
    @Autowired Relationships relationships;
    @Autowired Requests requests;
    @Autowired Permissions permissions;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired JdbcClient jdbc;

    DatabaseContent database;
    String mark;

    @BeforeEach
    void the_time_stands_still() {
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        database = new DatabaseContent(jdbc);
        mark = UUID.randomUUID().toString().substring(0, 8);
        engine.getManagementService().recalculateJobDuedate(timer().getId(), false);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    Job timer() {
        return engine.getManagementService().createJobQuery().processDefinitionKey(ErasureProcess.KEY).timers().singleResult();
    }

    /** Erasure comes at this instant, and everything that follows; how many batches it took. */
    long eraseAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
        life.jobs().run(timer().getId());
        HistoricProcessInstance run = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(ErasureProcess.KEY).unfinished().singleResult();
        life.jobs().runDue();
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(run.getId())
                .activityId("Task_ErasePersonalData").finished().count();
    }

    /** So many requests, each of a customer of its own, and each declined. */
    List<Request> declined(int number) {
        List<Request> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String address = Lifecycle.newAddress();
            all.add(life.sent(PAULA, address, MAIL));
            life.decline(address, "");
        }
        life.jobs().runDue();
        return all;
    }

    /** In which columns each of these stands. */
    Map<String, List<String>> found(List<String> words) {
        return words.stream().collect(Collectors.toMap(one -> one, database::columnsWith));
    }

    static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
