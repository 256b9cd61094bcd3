package io.mandate.terms;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.RevocationReason;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.TermChangeReason;
import io.mandate.relationship.TermChanges;
import io.mandate.relationship.TermNotice;
import io.mandate.relationship.TermNotices;
import io.mandate.testing.FlowCoverage;
import io.mandate.testing.MandateTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of the diagram terms. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsProcessTests extends TermsTest {

    @Autowired Relationships relationships;
    @Autowired Revocations revocations;
    @Autowired TermChanges changes;
    @Autowired TermNotices notices;
    @Autowired FlowCoverage coverage;

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(TermsProcess.KEY)).isEmpty();
    }

    @Nested
    class Terms_up_to_date {

        @Test
        void both_sides_are_told_before_the_end_and_on_the_day_and_then_it_is_recorded() {
            // given
            Request request = granted(MAIL);
            Instant end = held(request).endsAt();
            lookAt(clock.instant().plus(Duration.ofHours(1)));
            assertThat(notices.of(request.relationshipId())).isEmpty();

            // when
            for (int days : new int[] {31, 30, 29, 7, 1}) {
                lookAt(before(end, days).plusSeconds(1));
            }
            lookAt(end.minusSeconds(1));

            // then
            assertThat(notices.of(request.relationshipId())).extracting(TermNotice::days).containsExactly(30, 7, 1, 0);
            assertThat(subjects(customer, "The permission of Contoso Cloud for Mail ends on")).hasSize(4);
            assertThat(held(request).endsAt()).isEqualTo(end);

            // and when
            lookAt(end);

            // then
            assertThat(permissions.find(customerOf(request), "mail")).isEmpty();
            assertThat(revocations.of(request.relationshipId())).singleElement().satisfies(lost -> {
                assertThat(lost.reason()).isEqualTo(RevocationReason.TERM_ENDED);
                assertThat(lost.services()).containsExactly("mail");
            });
            assertThat(relationships.get(request.relationshipId()).status()).isEqualTo(RelationshipStatus.WITHOUT_PERMISSION);
            assertThat(subjects(customer, "has ended")).hasSize(1);

            // and nothing happens any more
            lookAt(end.plus(Duration.ofDays(400)));
            assertThat(revocations.of(request.relationshipId())).hasSize(1);
        }

        @Test
        void of_what_was_missed_the_nearest_notice_comes_and_no_end_is_forgotten() {
            // given
            Request request = granted(MAIL, INFRASTRUCTURE);
            Instant mail = permissions.heldBy(request.relationshipId(), clock.instant()).get(1).endsAt();

            // when
            lookAt(before(mail, 5));

            // then
            assertThat(notices.of(request.relationshipId())).extracting(TermNotice::service, TermNotice::days)
                    .containsExactly(tuple("mail", 7));
            assertThat(revocations.of(request.relationshipId())).singleElement()
                    .satisfies(lost -> assertThat(lost.services()).containsExactly("infrastructure"));
            assertThat(relationships.get(request.relationshipId()).status()).isEqualTo(RelationshipStatus.IN_FORCE);
        }

        @Test
        void what_ends_together_is_one_report() {
            // given
            AskedPermission infrastructure = new AskedPermission("infrastructure", INFRASTRUCTURE.roles(), MAIL.days());
            Request request = granted(MAIL, infrastructure);

            // when
            lookAt(clock.instant().plus(Duration.ofDays(366)));

            // then
            assertThat(revocations.of(request.relationshipId())).singleElement()
                    .satisfies(lost -> assertThat(lost.services()).containsExactly("infrastructure", "mail"));
        }

        @Test
        void what_is_to_be_extended_is_on_the_last_day_again_and_again_until_it_is_stopped() {
            // given
            Request request = granted(READER);
            Permission first = held(request);
            Duration extension = Duration.ofDays(180);
            extending(request, true);

            // when
            lookAt(before(first.endsAt(), 7));

            // then
            assertThat(notices.of(request.relationshipId())).singleElement()
                    .satisfies(notice -> assertThat(notice.extendedTo()).contains(first.endsAt().plus(extension)));
            assertThat(held(request)).isEqualTo(first);

            // and when
            lookAt(before(first.endsAt(), 1));

            // then
            assertThat(changes.of(request.relationshipId())).singleElement().satisfies(change -> {
                assertThat(change.reason()).isEqualTo(TermChangeReason.EXTENDED);
                assertThat(change.isAsLeft(held(request))).isTrue();
                assertThat(change.after()).isEqualTo(first.endsAt().plus(extension));
            });
            assertThat(subjects(customer, "now ends on")).hasSize(1);
            assertThat(subjects("paula@contoso.example", "now ends on")).isNotEmpty();

            // and when
            Instant end = held(request).endsAt();
            lookAt(before(end, 30));
            extending(request, false);
            lookAt(before(end, 1));
            lookAt(end);

            // then
            assertThat(changes.of(request.relationshipId())).hasSize(1);
            assertThat(notices.of(request.relationshipId())).filteredOn(notice -> notice.endsAt().equals(end))
                    .extracting(TermNotice::days).containsExactly(30, 1);
            assertThat(revocations.of(request.relationshipId())).hasSize(1);
        }

        @Test
        void the_strongest_is_never_extended() {
            // given
            Request request = granted(new AskedPermission(
                    "mail", List.of("mail-administrator"), 90));
            Instant end = held(request).endsAt();
            jdbc.update("update permission set extending = true where relationship_id = ?", request.relationshipId());

            // when
            lookAt(before(end, 1));
            lookAt(end);

            // then
            assertThat(notices.of(request.relationshipId())).extracting(TermNotice::extendedTo).containsExactly(Optional.empty());
            assertThat(revocations.of(request.relationshipId())).hasSize(1);
        }

        @Test
        void what_is_shortened_has_its_notices_anew() {
            // given
            Request request = granted(MAIL);
            Permission held = held(request);
            lookAt(before(held.endsAt(), 7));
            Instant sooner = clock.instant().plus(Duration.ofDays(3));

            // when
            transaction.execute(status -> changing.shorten(held, sooner, "Ada Admin", ""));
            lookAt(clock.instant().plus(Duration.ofHours(1)));
            lookAt(before(sooner, 1));

            // then
            assertThat(notices.of(request.relationshipId())).extracting(TermNotice::endsAt, TermNotice::days).containsExactly(
                    tuple(held.endsAt(), 7), tuple(sooner, 1));
        }

        @Test
        void many_are_worked_off_in_batches() {
            // given
            Request request = granted(MAIL);
            Permission held = held(request);
            for (int i = 0; i < 2 * DueTerms.BATCH; i++) {
                UUID copy = UUID.randomUUID();
                jdbc.update("insert into customer (id, cloud, identity, country) select ?, cloud, ?, country from customer where id = ?",
                        copy, copy + ".example", held.customerId());
                jdbc.update("""
                        insert into permission (customer_id, service, holder, relationship_id, request_id, roles, granted_at, ends_at,
                            next_due_at)
                        select ?, service, holder, relationship_id, request_id, roles, granted_at, ends_at, next_due_at
                        from permission where customer_id = ?
                        """, copy, held.customerId());
            }

            // when
            long batches = lookAt(before(held.endsAt(), 30));

            // then
            assertThat(batches).isEqualTo(3);
            assertThat(notices.of(request.relationshipId())).hasSize(2 * DueTerms.BATCH + 1);
            assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
        }

        private UUID customerOf(Request request) {
            return relationships.get(request.relationshipId()).customer().id();
        }
    }
}
