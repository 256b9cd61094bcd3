package io.mandate.terms;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mandate.relationship.Permission;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.Relationships;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocation;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.Side;
import io.mandate.relationship.Termination;
import io.mandate.relationship.Timeline;
import io.mandate.relationship.TimelineEvent;
import io.mandate.termination.Terminating;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An end counts as of when it came, however late a run finds it. */
@MandateTest
class TermEndsTests extends TermsTest {

    @Autowired Relationships relationships;
    @Autowired Revocations revocations;
    @Autowired Timeline timeline;
    @Autowired Terminating terminating;

    @Test
    void what_ended_at_different_times_is_recorded_and_told_with_each_end_however_late() {
        // given
        Request request = granted(MAIL, INFRASTRUCTURE);
        List<Permission> held = permissions.heldBy(request.relationshipId(), clock.instant());
        Instant infrastructure = held.get(0).endsAt();
        Instant mail = held.get(1).endsAt();

        // when
        lookAt(mail.plus(Duration.ofHours(1)));

        // then
        assertThat(revocations.of(request.relationshipId())).extracting(Revocation::services, Revocation::revokedAt)
                .containsExactly(tuple(List.of("mail"), mail), tuple(List.of("infrastructure"), infrastructure));
        assertThat(timeline.ofRelationship(request.relationshipId()))
                .filteredOn(one -> one.event() == TimelineEvent.PERMISSION_TERM_ENDED)
                .extracting(Timeline.Entry::happenedAt).containsExactly(infrastructure, mail);
        for (Instant end : List.of(infrastructure, mail)) {
            assertThat(TestMail.to(customer).stream().map(TermsTest::words)).anyMatch(words ->
                    words.contains("is over. It ended on " + written(end)));
            assertThat(TestMail.to("paula@contoso.example").stream().map(TermsTest::words)).anyMatch(words ->
                    words.contains("of Northwind Traders is over. It ended on " + written(end)));
        }
    }

    @Test
    void that_a_term_had_ended_before_its_relationship_is_told_without_the_duty_that_ended_too() {
        // given
        Request request = granted(MAIL, INFRASTRUCTURE);
        Instant end = held(request).endsAt();
        ClockUtil.setCurrentTime(Date.from(end.plus(Duration.ofMinutes(10))));
        Termination asked = terminating.ask(request.relationshipId(), Side.PARTNER, "Paula Pérez", "");
        terminating.confirm(asked.id(), Side.CUSTOMER, "Ada Admin");

        // when
        lookAt(end.plus(Duration.ofHours(1)));

        // then
        assertThat(relationships.get(request.relationshipId()).status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(words("paula@contoso.example", "your permission has ended"))
                .contains("It ended on " + written(end), "Infrastructure", "Your duty to support this customer has ended.")
                .doesNotContain("stay as they are");
        assertThat(timeline.ofRelationship(request.relationshipId())).extracting(Timeline.Entry::happenedAt).isSorted();
    }

    @Test
    void one_relationship_comes_after_the_other_so_that_two_runs_never_wait_in_a_circle() {
        // given
        List<Request> both = Stream.of(granted(READER), granted(READER))
                .sorted(Comparator.comparing(Request::relationshipId)).toList();
        Permission extended = held(both.get(1));
        Permission ended = held(both.get(0));
        extending(both.get(1), true);
        transaction.execute(status -> changing.shorten(ended, clock.instant().plus(Duration.ofDays(1)), "Ada Admin", ""));

        // when
        lookAt(before(extended.endsAt(), 1));

        // then
        assertThat(jdbc.queryForList("""
                select relationship_id from timeline
                where relationship_id in (?, ?) and event in ('PERMISSION_TERM_ENDED', 'TERM_EXTENDED') order by id
                """, UUID.class, both.get(0).relationshipId(), both.get(1).relationshipId()))
                .containsExactly(both.get(0).relationshipId(), both.get(1).relationshipId());
    }
}
