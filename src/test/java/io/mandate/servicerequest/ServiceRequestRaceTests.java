package io.mandate.servicerequest;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Relationships;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Terminations;
import io.mandate.termination.MattersOpenException;
import io.mandate.termination.Terminating;
import io.mandate.testing.TestMail;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.TestPropertySource;

/** Several people at once, on PostgreSQL: each is done or told that it was too late, and record and process agree. */
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ServiceRequestRaceTests extends ServiceRequestTest {

    @Autowired Terminating terminating;
    @Autowired Terminations terminations;
    @Autowired Relationships relationships;

    @RepeatedTest(5)
    void only_one_of_those_who_end_it_does_and_a_word_sent_twice_is_said_once() throws Exception {
        // given
        life.jobs().runDue();
        UUID word = UUID.randomUUID();

        // when
        List<String> outcomes = atOnce(
                () -> conversation.comment(opened.id(), word, "Look", Author.of(PAULA)),
                () -> conversation.comment(opened.id(), word, "Look", Author.of(PAULA)),
                () -> desk.solve(opened.id(), UUID.randomUUID(), "Done", SAM),
                () -> desk.askBack(opened.id(), UUID.randomUUID(), "Why?", SAM),
                () -> requests.withdraw(opened.id(), PAULA));
        life.jobs().runDue();

        // then
        assertThat(outcomes).allMatch(List.of("done", "too late", "busy")::contains).contains("done");
        boolean open = get().status().isOpen();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(process.getId()).count())
                .isEqualTo(open ? 1 : 0);
        assertThat(comments.of(opened.id()).stream().filter(one -> one.kind() == Comment.Kind.COMMENT).count()).isLessThan(2);
        assertThat(comments.of(opened.id()).stream()
                .filter(one -> one.kind() == Comment.Kind.SOLUTION || one.kind() == Comment.Kind.WITHDRAWN).count())
                .isEqualTo(open ? 0 : 1);
        assertThat(TestMail.to(customer).stream().filter(mail -> TestMail.subject(mail).contains("New comment")).count())
                .isLessThan(2);
    }

    @RepeatedTest(5)
    void a_relationship_does_not_end_with_a_service_request_open() throws Exception {
        // given
        requests.withdraw(opened.id(), PAULA);
        life.jobs().runDue();
        Termination asked = terminating.ask(relationship, Side.CUSTOMER, "Ada Admin", "");
        life.jobs().runDue();

        // when
        List<String> outcomes = atOnce(
                () -> opened = open(ServicePriority.LOW),
                () -> terminating.confirm(asked.id(), Side.PARTNER, "Paula Pérez"));

        // then
        boolean ended = !relationships.get(relationship).isOnDuty();
        assertThat(outcomes.get(0)).isEqualTo(ended ? "too late" : "done");
        assertThat(outcomes.get(1)).isIn(ended ? List.of("done") : List.of("too late", "busy"));
        assertThat(get().status().isOpen()).isNotEqualTo(ended);
        assertThat(terminations.get(asked.id())).satisfies(one -> {
            assertThat(one.isOpen()).isNotEqualTo(ended);
            assertThat(one.noticeUntil()).isEqualTo(asked.noticeUntil());
            assertThat(one.putOff()).isFalse();
        });
    }

    private static List<String> atOnce(Runnable... acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        CyclicBarrier start = new CyclicBarrier(acts.length);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (Runnable act : acts) {
                calls.add(() -> {
                    start.await();
                    return outcome(act);
                });
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> done : people.invokeAll(calls)) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            people.shutdown();
        }
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (TooLateException | OpeningRefusedException | MattersOpenException late) {
            return "too late";
        } catch (ConcurrencyFailureException busy) {
            return "busy";
        }
    }
}
