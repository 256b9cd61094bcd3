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
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** When something is due because of a term, kept right by everything that changes the permission. */
class TermsTests {

    @Nested
    @MandateTest
    class On_h2 extends Behaviour {}

    @Nested
    @MandateTest
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql extends Behaviour {}

    abstract static class Behaviour {

        private static final Duration EXTENSION = Duration.ofDays(180);

        @Autowired Lifecycle life;
        @Autowired Clock clock;
        @Autowired Permissions permissions;
        @Autowired Terms terms;
        @Autowired TermChanging changing;
        @Autowired Revoking revoking;
        @Autowired Timeline timeline;
        @Autowired TransactionTemplate transaction;
        @Autowired JdbcTemplate jdbc;

        private Request request;
        private Permission held;

        @BeforeEach
        void a_permission_just_granted() {
            ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
            TestMail.acceptAll();
            jdbc.update("update permission set next_due_at = null");
            String customer = Lifecycle.newAddress();
            request = life.sent(PAULA, customer, MAIL);
            life.approve(customer, MAIL);
            life.jobs().runDue();
            held = permissions.heldBy(request.relationshipId(), clock.instant()).get(0);
        }

        @AfterEach
        void now() {
            ClockUtil.reset();
        }

        @Test
        void what_was_granted_is_looked_at_by_the_next_run() {
            assertThat(due()).singleElement().satisfies(term -> {
                assertThat(term.permission()).isEqualTo(held);
                assertThat(term.cloud()).isEqualTo("global");
                assertThat(term.extending()).isFalse();
                assertThat(term.nextDueAt()).isEqualTo(held.grantedAt());
            });
        }

        @Test
        void what_is_due_later_is_left_alone_until_then_and_what_was_released_for_ever() {
            // given
            Instant later = clock.instant().plus(Duration.ofDays(1));
            transaction.executeWithoutResult(status -> terms.next(held, later));
            assertThat(due()).isEmpty();

            // when
            ClockUtil.setCurrentTime(Date.from(later));
            assertThat(due()).hasSize(1);
            transaction.execute(status -> revoking.revoke(List.of(held), RevocationReason.GIVEN_UP, "Paula", ""));

            // then
            assertThat(due()).isEmpty();
            assertThat(jdbc.queryForObject("select count(*) from permission where customer_id = ? and next_due_at is null and"
                    + " not extending", Integer.class, held.customerId())).isEqualTo(1);
        }

        @Test
        void a_customer_lets_it_be_extended_and_stops_that_and_each_is_kept_once() {
            // when
            extending(held, true);
            extending(held, true);
            assertThat(terms.extending(held.customerId())).containsExactly("mail");
            extending(held, false);

            // then
            assertThat(terms.extending(held.customerId())).isEmpty();
            assertThat(timeline.ofRequest(request.id())).extracting(Timeline.Entry::event)
                    .endsWith(TimelineEvent.EXTENSION_ALLOWED, TimelineEvent.EXTENSION_STOPPED);
        }

        @Test
        void it_is_extended_only_where_that_is_wanted_and_before_its_end() {
            // given
            assertThatThrownBy(this::extend).isInstanceOf(PermissionChangedException.class);
            extending(held, true);

            // when
            TermChange change = extend();

            // then
            Permission extended = permissions.find(held.customerId(), "mail").orElseThrow();
            assertThat(change.reason()).isEqualTo(TermChangeReason.EXTENDED);
            assertThat(change.isAsLeft(extended)).isTrue();
            assertThat(extended.endsAt()).isEqualTo(held.endsAt().plus(EXTENSION));
            assertThat(terms.extending(held.customerId())).containsExactly("mail");

            // and when it has ended
            ClockUtil.setCurrentTime(Date.from(extended.endsAt()));
            assertThatThrownBy(() -> transaction.execute(status -> changing.extend(
                    extended, extended.endsAt().plus(EXTENSION), extended.endsAt()))).isInstanceOf(PermissionChangedException.class);
            assertThatThrownBy(() -> extending(extended, false)).isInstanceOf(PermissionChangedException.class);
        }

        @Test
        void what_is_shortened_is_not_extended_any_more_and_looked_at_anew() {
            // given
            extending(held, true);
            transaction.executeWithoutResult(status -> terms.next(held, held.endsAt()));

            // when
            transaction.execute(status -> changing.shorten(held, clock.instant().plus(Duration.ofDays(3)), "Ada", ""));

            // then
            assertThat(due()).singleElement().matches(term -> !term.extending());
        }

        private TermChange extend() {
            return transaction.execute(status -> changing.extend(held, held.endsAt().plus(EXTENSION), held.endsAt()));
        }

        private void extending(Permission shown, boolean wanted) {
            transaction.executeWithoutResult(status -> changing.extending(shown, wanted, "Ada Admin"));
        }

        private List<HeldTerm> due() {
            return transaction.execute(status -> terms.due(clock.instant(), 50));
        }
    }
}
