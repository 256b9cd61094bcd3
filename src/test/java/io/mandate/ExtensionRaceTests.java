package io.mandate;

import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Permission;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.relationship.Permissions;
import io.mandate.relationship.Request;
import io.mandate.relationship.Revocations;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChangeReason;
import io.mandate.relationship.TermChanges;
import io.mandate.relationship.TermChanging;
import io.mandate.relationship.TermNotices;
import io.mandate.revocation.Removals;
import io.mandate.terms.DueTerms;
import io.mandate.testing.AtOnce;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A permission becomes due while its customer acts on it, on PostgreSQL: either it is extended or it is not, and all agree. */
@MandateTest
@TestPropertySource(properties = "mandate.test.database=postgresql")
class ExtensionRaceTests {

    private static final int ROUNDS = 8;
    private static final AskedPermission READER = new AskedPermission("mail", List.of("mail-reader"), 90);

    @Autowired Lifecycle life;
    @Autowired DueTerms due;
    @Autowired TermChanging changing;
    @Autowired Removals removals;
    @Autowired Permissions permissions;
    @Autowired TermChanges changes;
    @Autowired TermNotices notices;
    @Autowired Revocations revocations;
    @Autowired TransactionTemplate transaction;
    @Autowired RuntimeService runtime;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    private Request request;
    private Permission shown;

    @BeforeEach
    void a_permission_whose_extension_is_due() {
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
        jdbc.update("update permission set next_due_at = null");
        String customer = Lifecycle.newAddress();
        request = life.sent(PAULA, customer, READER);
        life.approve(customer, READER);
        life.jobs().runDue();
        shown = held().get(0);
        extending(true);
        ClockUtil.setCurrentTime(Date.from(shown.endsAt().minus(Duration.ofHours(23))));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @RepeatedTest(ROUNDS)
    void extension_and_removal() throws InterruptedException {
        // when
        List<Throwable> refused = AtOnce.refused(due::act, () -> removals.removedByCustomer(shown, "Ada Admin", ""));

        // then
        List<TermChange> extended = changes.of(request.relationshipId());
        if (extended.isEmpty()) {
            assertThat(refused).isEmpty();
            assertThat(held()).isEmpty();
            assertThat(revocations.of(request.relationshipId())).hasSize(1);
        } else {
            // It was shown with its former end: the customer hears that, and sees the new one.
            assertThat(refused).singleElement().isInstanceOf(PermissionChangedException.class);
            assertThat(extended).singleElement().matches(change -> change.isAsLeft(held().get(0)));
            assertThat(revocations.of(request.relationshipId())).isEmpty();
        }
        nothingIsLeftRunning();
    }

    @RepeatedTest(ROUNDS)
    void extension_and_stop() throws InterruptedException {
        // when
        List<Throwable> refused = AtOnce.refused(due::act, () -> {
            extending(false);
            return true;
        });

        // then
        List<TermChange> extended = changes.of(request.relationshipId());
        if (refused.isEmpty()) {
            assertThat(extended).isEmpty();
            assertThat(held()).containsExactly(shown);
        } else {
            assertThat(refused).singleElement().isInstanceOf(PermissionChangedException.class);
            assertThat(extended).extracting(TermChange::reason).containsExactly(TermChangeReason.EXTENDED);
            assertThat(held()).extracting(Permission::endsAt).containsExactly(shown.endsAt().plus(Duration.ofDays(180)));
        }
        due.act();
        assertThat(changes.of(request.relationshipId())).isEqualTo(extended);
        nothingIsLeftRunning();
    }

    @RepeatedTest(ROUNDS)
    void two_looks() throws InterruptedException {
        // given
        extending(false);

        // when
        assertThat(AtOnce.refused(due::act, due::act)).isEmpty();

        // then
        assertThat(notices.of(request.relationshipId())).hasSize(1);
        nothingIsLeftRunning();
    }

    private void extending(boolean wanted) {
        transaction.executeWithoutResult(status -> changing.extending(shown, wanted, "Ada Admin"));
    }

    private List<Permission> held() {
        return permissions.heldBy(request.relationshipId(), clock.instant());
    }

    private void nothingIsLeftRunning() {
        life.jobs().runDue();
        assertThat(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.relationshipId().toString()).list()).isEmpty();
    }
}
