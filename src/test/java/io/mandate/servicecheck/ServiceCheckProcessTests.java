package io.mandate.servicecheck;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.decision.Decisions;
import io.mandate.decision.Evaluation;
import io.mandate.machine.Caller;
import io.mandate.relationship.CheckResult;
import io.mandate.relationship.LostPermission;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of the diagram service-check, with two services that can be asked. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceCheckProcessTests extends ServiceCheckTest {

    @Autowired Revocations revocations;
    @Autowired Decisions decisions;
    @Autowired FlowCoverage coverage;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(ServiceCheckProcess.KEY)).isEmpty();
    }

    @Nested
    class Services_checked {

        @Test
        void what_was_removed_there_without_a_report_ends_here_and_both_sides_are_told() throws IOException {
            // given
            String customer = Lifecycle.newAddress();
            Request request = granted(customer, MAIL, INFRASTRUCTURE);
            assertThat(mayAdminister(request)).isTrue();

            // when
            remove(MAILS, request);
            check();

            // then
            assertThat(held(request)).containsExactly("infrastructure");
            assertThat(mayAdminister(request)).isFalse();
            assertThat(revocation(request)).satisfies(revocation -> {
                assertThat(revocation.reason()).isEqualTo(RevocationReason.REMOVED_AT_SERVICE);
                assertThat(revocation.services()).containsExactly("mail");
                assertThat(revocation.lost()).extracting(LostPermission::check).containsExactly(CheckResult.NOTHING_LEFT);
            });
            assertThat(mail("paula@contoso.example"))
                    .contains("removed in the service’s own portal", "Mail: checked at the service, nothing is left there");
            assertThat(mail(customer)).contains("removed in the service’s own portal", "nothing is left there");
            assertThat(MAILS.messages("permission.removed", customerId(request).toString())).singleElement()
                    .satisfies(told -> assertThat(told.body().at("/data/reason").asText()).isEqualTo("removed_at_service"));
        }

        @Test
        void what_a_customer_lost_at_two_services_is_told_of_each() {
            // given
            Request request = granted(MAIL, INFRASTRUCTURE);
            remove(MAILS, request);
            remove(SERVERS, request);

            // when
            check();

            // then
            assertThat(held(request)).isEmpty();
            assertThat(revocations.of(request.relationshipId())).flatExtracting(Revocation::services)
                    .containsExactlyInAnyOrder("infrastructure", "mail");
        }

        @Test
        void what_is_given_in_part_stays_as_it_is() {
            // given
            Request request = granted(MAIL);
            MAILS.set(customerId(request).toString(), "contoso", Set.of("mail-reader"));

            // when
            check();

            // then
            assertThat(held(request)).containsExactly("mail");
            assertThat(revocations.of(request.relationshipId())).isEmpty();
        }

        @Test
        void what_has_not_taken_effect_is_neither_asked_about_nor_lost() {
            // given
            MAILS.ignore();
            Request missing = granted(MAIL);
            Request untold = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
            life.approve(untold.address().value(), MAIL);
            String told = life.jobs().dueIds().get(0);

            // when
            int before = asked(MAILS, missing);
            String check = checkStarts();
            life.jobs().dueIds().stream().filter(job -> !job.equals(told)).forEach(life.jobs()::run);

            // then
            assertThat(batches(check)).isEqualTo(1);
            assertThat(asked(MAILS, missing)).isEqualTo(before);
            assertThat(asked(MAILS, untold)).isZero();
            assertThat(held(missing)).containsExactly("mail");
            assertThat(held(untold)).containsExactly("mail");
            life.jobs().runDue();
        }

        @Test
        void what_ended_or_cannot_be_asked_about_any_more_is_passed_over() {
            // given
            Request ended = granted(MAIL);
            Request unreachable = granted(MAIL);
            jdbc.update("update customer set cloud = 'germany' where id = ?", customerId(unreachable));
            Request other = granted(MAIL);
            remove(MAILS, ended);
            remove(MAILS, unreachable);
            remove(MAILS, other);
            jdbc.update("update permission set ends_at = granted_at where customer_id = ?", customerId(ended));
            int before = MAILS.messages().size();

            // when
            check();

            // then
            assertThat(held(other)).isEmpty();
            assertThat(held(unreachable)).containsExactly("mail");
            // The two questions of before, and that the service is told what it did.
            assertThat(MAILS.messages()).hasSize(before + 3);
            assertThat(jdbc.queryForList("select customer_id from permission where checked_at is not null", UUID.class))
                    .containsExactly(customerId(unreachable));
        }

        @Test
        void after_as_many_batches_as_it_takes_each_permission_was_asked_about_once() {
            // given
            List<Request> all = Stream.generate(() -> granted(MAIL)).limit(3).toList();
            all.forEach(request -> copy(request, UnreportedRemovals.BATCH / 2));
            long before = MAILS.messages().size();

            // when
            String check = check();

            // then
            assertThat(batches(check)).isEqualTo(3);
            assertThat(MAILS.messages()).hasSize((int) before + 3 + 3 * (UnreportedRemovals.BATCH / 2));

            // and when the next one comes
            String next = check();

            // then
            assertThat(batches(next)).isEqualTo(3);
        }
    }

    /** As many customers more, who granted the same. */
    private void copy(Request request, int times) {
        for (int i = 0; i < times; i++) {
            UUID customer = UUID.randomUUID();
            jdbc.update("insert into customer (id, cloud, identity, country) select ?, cloud, ?, country from customer where id = ?",
                    customer, customer + ".example", customerId(request));
            jdbc.update("""
                    insert into permission (customer_id, service, holder, relationship_id, request_id, roles, granted_at,
                        ends_at, checked_at)
                    select ?, service, holder, relationship_id, request_id, roles, granted_at, ends_at, checked_at
                    from permission where customer_id = ?
                    """, customer, customerId(request));
            MAILS.set(customer.toString(), "contoso", Set.copyOf(MAIL.roles()));
        }
    }

    private boolean mayAdminister(Request request) throws IOException {
        return decisions.decide(new Caller("portal", Set.of("mail"), Set.of()), Evaluation.of(new ObjectMapper().readTree("""
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "resource": {"type": "service", "id": "mail", "properties": {"customer": "%s"}}}
                """.formatted(customerId(request))))).decision();
    }

    private Revocation revocation(Request request) {
        List<Revocation> found = revocations.of(request.relationshipId());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String mail(String address) {
        var mails = TestMail.to(address);
        return TestMail.text(mails.get(mails.size() - 1)).replaceAll("\\s+", " ");
    }
}
