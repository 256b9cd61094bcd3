package io.mandate.bounce;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.mail.MailReports;
import io.mandate.mail.ReportedAction;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Consents;
import io.mandate.relationship.IllegalTransitionException;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Reports that come at the moment of something else, on PostgreSQL: one wins, and all that is recorded agrees. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class BounceRaceTests {

    private static final int ROUNDS = 8;

    @Autowired Lifecycle life;
    @Autowired BouncedMails bounced;
    @Autowired Requests requests;
    @Autowired OwnRequests own;
    @Autowired Consents consents;
    @Autowired MailReports reports;
    @Autowired RuntimeService runtime;

    private final ExecutorService both = Executors.newFixedThreadPool(2);
    private final String customer = Lifecycle.newAddress();

    @BeforeEach
    void mail() {
        TestMail.acceptAll();
    }

    @AfterEach
    void everybody_goes() {
        both.shutdownNow();
    }

    @RepeatedTest(ROUNDS)
    void approval_and_report() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        MimeMessage invitation = TestMail.to(customer).get(0);
        String token = life.proven(customer);

        // when
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Request> answer = both.submit(at(start, () -> life.approve(token, customer, List.of(new Choice(MAIL, "")))));
        Future<Boolean> report = both.submit(at(start, () -> bounced.reported(invitation, customer, ReportedAction.FAILED)));

        // then
        assertThat(report.get()).isTrue();
        assertThat(refusal(answer)).isNull();
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(consents.find(request.id())).isPresent();
        assertThat(reports.of(request.id())).hasSize(1);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(waitsForAddress(request)).isFalse();
    }

    @RepeatedTest(ROUNDS)
    void sending_again_and_report() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        MimeMessage invitation = TestMail.to(customer).get(0);

        // when
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Request> again = both.submit(at(start, () -> own.sendAgain(request.id(), SentBy.MANDATE, PAULA)));
        Future<Boolean> report = both.submit(at(start, () -> bounced.reported(invitation, customer, ReportedAction.FAILED)));

        // then
        assertThat(report.get()).isTrue();
        boolean cameBackFirst = refusal(again) != null;
        assertThat(refusal(again)).isEqualTo(cameBackFirst ? IllegalTransitionException.class : null);
        assertThat(requests.get(request.id()).status())
                .isEqualTo(cameBackFirst ? RequestStatus.ADDRESS_REFUSED : RequestStatus.SENDING);
        assertThat(requests.get(request.id()).linkNumber()).isEqualTo(2);
        assertThat(waitsForAddress(request)).isEqualTo(cameBackFirst);
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @RepeatedTest(ROUNDS)
    void withdrawal_and_report() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        MimeMessage invitation = TestMail.to(customer).get(0);

        // when
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Request> withdrawal = both.submit(at(start, () -> own.withdraw(request.id(), PAULA)));
        Future<Boolean> report = both.submit(at(start, () -> bounced.reported(invitation, customer, ReportedAction.FAILED)));

        // then
        assertThat(report.get()).isTrue();
        assertThat(refusal(withdrawal)).isNull();
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).count()).isZero();
    }

    @RepeatedTest(ROUNDS)
    void the_same_report_on_two_nodes() throws Exception {
        // given
        Request request = life.sent(PAULA, customer, MAIL);
        MimeMessage invitation = TestMail.to(customer).get(0);
        int before = told();

        // when
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> one = both.submit(at(start, () -> bounced.reported(invitation, customer, ReportedAction.FAILED)));
        Future<Boolean> other = both.submit(at(start, () -> bounced.reported(invitation, customer, ReportedAction.FAILED)));

        // then
        assertThat(one.get()).isTrue();
        assertThat(other.get()).isTrue();
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.ADDRESS_REFUSED);
        assertThat(waitsForAddress(request)).isTrue();
        assertThat(told()).isEqualTo(before + 1);
    }

    private boolean waitsForAddress(Request request) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.relationshipId().toString())
                .activityIdIn("Task_CorrectAddress").count() == 1;
    }

    private static int told() {
        return (int) TestMail.to(PAULA.address().value()).stream()
                .filter(mail -> TestMail.subject(mail).contains("came back")).count();
    }

    private static Class<?> refusal(Future<?> done) throws InterruptedException {
        try {
            done.get();
            return null;
        } catch (ExecutionException refused) {
            return refused.getCause().getClass();
        }
    }

    private static <T> Callable<T> at(CyclicBarrier start, Callable<T> action) {
        return () -> {
            start.await();
            return action.call();
        };
    }
}
