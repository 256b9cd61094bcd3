package io.mandate.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.TermChanging;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Terms are looked at every hour. */
abstract class TermsTest {

    static final AskedPermission READER = new AskedPermission("mail", List.of("mail-reader"), 90);

    @Autowired Lifecycle life;
    @Autowired Permissions permissions;
    @Autowired TermChanging changing;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired ProcessEngine engine;
    @Autowired JdbcTemplate jdbc;

    String customer;

    @DynamicPropertySource
    static void hourly(DynamicPropertyRegistry settings) {
        settings.add("mandate.test.terms", () -> "1h");
    }

    @BeforeEach
    void nothing_is_due() {
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        jdbc.update("update permission set next_due_at = null");
        engine.getManagementService().recalculateJobDuedate(timer().getId(), false);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    /** A new customer granted this. */
    Request granted(AskedPermission... services) {
        customer = Lifecycle.newAddress();
        Request request = life.sent(People.PAULA, customer, services);
        life.approve(customer, services);
        life.jobs().runDue();
        return request;
    }

    Permission held(Request request) {
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }

    void extending(Request request, boolean wanted) {
        Permission held = held(request);
        transaction.executeWithoutResult(status -> changing.extending(held, wanted, "Ada Admin"));
    }

    Job timer() {
        return engine.getManagementService().createJobQuery().processDefinitionKey(TermsProcess.KEY).timers().singleResult();
    }

    /** Terms are looked at at this instant, and everything that follows from it happens; how many batches it took. */
    long lookAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
        Job timer = timer();
        life.jobs().run(timer.getId());
        HistoricProcessInstance run = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(TermsProcess.KEY).unfinished().singleResult();
        life.jobs().runDue();
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(run.getId())
                .activityId("Task_ActOnDueTerms").finished().count();
    }

    Instant before(Instant end, int days) {
        return end.minus(Duration.ofDays(days));
    }

    /** The text of the newest mail to an address whose subject has these words, in one line. */
    static String words(String address, String subject) {
        return TestMail.text(address, subject).replaceAll("\\s+", " ");
    }

    static String words(MimeMessage mail) {
        return TestMail.text(mail).replaceAll("\\s+", " ");
    }

    /** An instant as mails write it. */
    static String written(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).format(instant.atZone(ZoneOffset.UTC));
    }

    /** Subjects of what was mailed to an address about terms, the oldest first. */
    List<String> subjects(String address, String words) {
        return TestMail.to(address).stream().map(TestMail::subject).filter(subject -> subject.contains(words)).toList();
    }
}
