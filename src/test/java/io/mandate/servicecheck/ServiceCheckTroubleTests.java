package io.mandate.servicecheck;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.FIONA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Permission;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/**
 * What a check does where services are silent, slow or without memory, where something changes while they are asked, or where
 * the check before is still under way; on PostgreSQL.
 */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
@ExtendWith(OutputCaptureExtension.class)
class ServiceCheckTroubleTests extends ServiceCheckTest {

    @Autowired Revocations revocations;

    @Test
    void a_silent_service_is_asked_once_and_keeps_nobody_from_asking_the_others(CapturedOutput log) {
        // given
        List<Request> requests = Stream.generate(() -> granted(MAIL, INFRASTRUCTURE)).limit(3).toList();
        requests.forEach(request -> remove(MAILS, request));
        requests.forEach(request -> remove(SERVERS, request));
        int before = MAILS.messages().size();
        MAILS.answerWith(503);

        // when
        String check = check();

        // then
        assertThat(MAILS.messages()).hasSize(before + 1);
        assertThat(requests).allSatisfy(request -> assertThat(held(request)).containsExactly("mail"));
        assertThat(batches(check)).as("one for each service, and one that finds no more").isEqualTo(3);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(log.getOut()).containsOnlyOnce("The service mail answered with status 503");

        // and when it works again by the next check
        MAILS.behave();
        check();

        // then
        assertThat(requests).allSatisfy(request -> assertThat(held(request)).isEmpty());
    }

    @Test
    void a_service_that_has_lost_everything_ends_nothing(CapturedOutput log) {
        // given
        List<Request> requests = Stream.generate(() -> granted(MAIL)).limit(Findings.TOO_MANY).toList();
        requests.forEach(request -> remove(MAILS, request));

        // when
        String check = check();

        // then
        assertThat(requests).allSatisfy(request -> assertThat(held(request)).containsExactly("mail"));
        assertThat(batches(check)).isEqualTo(2);
        assertThat(log.getOut()).contains("The service mail says of all 10 permissions asked about in the cloud global that nothing is left");

        // and when one is found as it was
        MAILS.set(customerId(requests.get(0)).toString(), "contoso", Set.of("mail-reader"));
        check();

        // then
        assertThat(requests.subList(1, Findings.TOO_MANY)).allSatisfy(request -> assertThat(held(request)).isEmpty());
        assertThat(held(requests.get(0))).containsExactly("mail");
    }

    @Test
    void a_customer_for_whom_a_service_fails_for_ever_does_not_hide_the_others() {
        // given
        List<Request> requests = new ArrayList<>(Stream.generate(() -> granted(MAIL)).limit(3).toList());
        jdbc.update("update permission set checked_at = (select max(checked_at) from permission) where checked_at is not null");
        requests.sort(Comparator.comparing(this::customerId, Comparator.comparing(Object::toString)));
        requests.forEach(request -> remove(MAILS, request));
        MAILS.failFor(customerId(requests.get(0)).toString());
        MAILS.meanwhile(() -> later(Duration.ofMillis(1)));

        // when
        check();
        check();

        // then
        assertThat(held(requests.get(0))).containsExactly("mail");
        assertThat(held(requests.get(1))).isEmpty();
        assertThat(held(requests.get(2))).isEmpty();
    }

    @Test
    void what_moved_to_another_partner_between_question_and_answer_is_left_to_it() {
        // given
        String customer = Lifecycle.newAddress();
        Request request = granted(customer, MAIL);
        life.sent(FIONA, customer, MAIL);
        remove(MAILS, request);
        checkStarts();
        String link = life.proven(customer);

        // when
        MAILS.meanwhile(() -> life.approve(link, customer, List.of(new Choice(MAIL, "contoso"))));
        life.jobs().runDue();

        // then
        assertThat(permissions.heldAt(customerId(request), clock.instant()))
                .extracting(Permission::holder).containsExactly("fabrikam");
        assertThat(revocations.of(request.relationshipId())).extracting(Revocation::reason)
                .containsExactly(RevocationReason.REASSIGNED);
        assertThat(MAILS.roles(customerId(request).toString(), "fabrikam"))
                .containsExactlyInAnyOrderElementsOf(MAIL.roles());
    }

    @Test
    void a_slow_service_gets_its_questions_in_batches_that_are_over_in_time() {
        // given
        List<Request> requests = Stream.generate(() -> granted(MAIL)).limit(3).toList();
        requests.forEach(request -> remove(MAILS, request));
        MAILS.meanwhile(() -> later(Duration.ofMinutes(2)));

        // when
        String check = check();

        // then
        assertThat(batches(check)).isEqualTo(3);
        assertThat(requests).allSatisfy(request -> assertThat(held(request)).isEmpty());
    }

    @Test
    void a_check_that_begins_while_another_is_under_way_leaves_the_work_to_it() {
        // given
        Request request = granted(MAIL);
        int before = asked(MAILS, request);
        String first = checkStarts();
        String firstJob = life.jobs().dueIds().get(0);

        // when
        String second = checkStarts();
        life.jobs().dueIds().stream().filter(job -> !job.equals(firstJob)).forEach(life.jobs()::run);

        // then
        assertThat(batches(second)).isEqualTo(1);
        assertThat(asked(MAILS, request)).isEqualTo(before);

        // and when
        life.jobs().runDue();

        // then
        assertThat(batches(first)).isEqualTo(2);
        assertThat(asked(MAILS, request)).isEqualTo(before + 1);
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }
}
