package io.mandate.relationship;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A term is changed only as it was shown, and the change is kept. */
@MandateTest
class TermChangingTests {

    @Autowired Lifecycle life;
    @Autowired Clock clock;
    @Autowired Relationships relationships;
    @Autowired Permissions permissions;
    @Autowired TermChanging changing;
    @Autowired TermChanges changes;
    @Autowired Timeline timeline;
    @Autowired TransactionTemplate transaction;

    private Request request;
    private Permission shown;
    private Instant soon;

    @BeforeEach
    void a_permission_for_a_year() {
        TestMail.acceptAll();
        String customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        life.jobs().pass(Duration.ofHours(1));
        shown = held();
        soon = clock.instant().plus(7, ChronoUnit.DAYS);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void the_permission_ends_earlier_and_what_changed_is_kept() {
        // when
        TermChange change = shorten(shown, soon, "The project ends");

        // then
        assertThat(held()).isEqualTo(new Permission(shown.customerId(), "mail", "contoso", request.relationshipId(),
                request.id(), shown.roles(), shown.grantedAt(), soon));
        assertThat(changes.get(change.id())).isEqualTo(change).isEqualTo(new TermChange(
                change.id(), request.relationshipId(), shown.customerId(), "mail", request.id(),
                TermChangeReason.SHORTENED_BY_CUSTOMER, shown.endsAt(), soon, "Ada Admin", "The project ends",
                clock.instant()));
        assertThat(changes.of(request.relationshipId())).containsExactly(change);
        assertThat(change.isAsLeft(held())).isTrue();
        assertThat(change.isAsLeft(shown)).isFalse();
        assertThat(relationships.get(request.relationshipId()).changedAt()).isEqualTo(clock.instant());
        assertThat(timeline.ofRequest(request.id())).last().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(TimelineEvent.TERM_SHORTENED);
            assertThat(NewEnd.of(entry.detail())).isEqualTo(new NewEnd("mail", soon));
            assertThat(entry.actor()).isEqualTo("Ada Admin");
        });
    }

    @Test
    void nothing_is_stored_where_it_changed_since_it_was_shown() {
        // given
        TermChange first = shorten(shown, soon, "");

        // when
        assertThatThrownBy(() -> shorten(shown, soon.minusSeconds(1), "")).isInstanceOfSatisfying(
                PermissionChangedException.class, changed -> assertThat(changed.service()).isEqualTo("mail"));

        // then
        assertThat(held().endsAt()).isEqualTo(soon);
        assertThat(changes.of(request.relationshipId())).containsExactly(first);
    }

    @Test
    void it_never_ends_later_nor_in_the_past() {
        assertThatThrownBy(() -> shorten(shown, shown.endsAt(), "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shorten(shown, clock.instant(), "")).isInstanceOf(IllegalArgumentException.class);
        assertThat(held()).isEqualTo(shown);
    }

    @Test
    void it_needs_the_transaction_of_the_caller() {
        assertThatThrownBy(() -> changing.shorten(shown, soon, "Ada Admin", ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private TermChange shorten(Permission permission, Instant end, String note) {
        return transaction.execute(status -> changing.shorten(permission, end, "Ada Admin", note));
    }

    private Permission held() {
        return permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
    }
}
