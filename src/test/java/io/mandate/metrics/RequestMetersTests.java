package io.mandate.metrics;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.request.OwnRequests;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MandateTest
class RequestMetersTests {

    @Autowired Lifecycle life;
    @Autowired OwnRequests requests;
    @Autowired MeterRegistry registry;
    @Autowired TransactionTemplate transaction;
    @Autowired Requests record;

    @Test
    void an_approval_counts_as_whole_or_in_part_by_what_was_asked() {
        double whole = closed("approved");
        double part = closed("approved_in_part");

        String all = Lifecycle.newAddress();
        life.sent(PAULA, all, MAIL, INFRASTRUCTURE);
        life.approve(all, MAIL, INFRASTRUCTURE);
        String some = Lifecycle.newAddress();
        life.sent(PAULA, some, MAIL, INFRASTRUCTURE);
        life.approve(some, MAIL);

        assertThat(closed("approved") - whole).isEqualTo(1);
        assertThat(closed("approved_in_part") - part).isEqualTo(1);
    }

    @Test
    void a_decline_counts_with_the_time_that_it_took() {
        String customer = Lifecycle.newAddress();
        double declined = closed("declined");
        double seconds = registry.get("mandate.requests.answered").tag("outcome", "declined").timer().totalTime(TimeUnit.SECONDS);

        life.sent(PAULA, customer, MAIL);
        life.jobs().pass(Duration.ofDays(1));
        life.decline(customer, "");

        assertThat(closed("declined") - declined).isEqualTo(1);
        assertThat(registry.get("mandate.requests.answered").tag("outcome", "declined").timer().totalTime(TimeUnit.SECONDS) - seconds)
                .isGreaterThanOrEqualTo(Duration.ofDays(1).toSeconds());
    }

    @Test
    void a_withdrawal_that_is_rolled_back_counts_for_nothing() {
        Request request = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        double withdrawn = closed("withdrawn");

        transaction.executeWithoutResult(status -> {
            requests.withdraw(request.id(), PAULA);
            status.setRollbackOnly();
        });
        assertThat(closed("withdrawn")).isEqualTo(withdrawn);

        requests.withdraw(request.id(), PAULA);
        assertThat(closed("withdrawn") - withdrawn).isEqualTo(1);
    }

    @Test
    void mails_count_as_what_the_server_made_of_them_though_the_step_is_rolled_back() {
        double failed = mails("failed");
        String customer = Lifecycle.newAddress();
        TestMail.failFor(customer);
        Request request = life.reviewed(life.draft(PAULA, customer, MAIL), PAULA, SentBy.MANDATE);

        life.jobs().passWithFailures(Duration.ofMinutes(1));
        TestMail.acceptAll();

        assertThat(mails("failed")).isGreaterThan(failed);
        assertThat(record.get(request.id()).status()).isEqualTo(RequestStatus.SENDING);
    }

    private double closed(String outcome) {
        return registry.get("mandate.requests.closed").tag("kind", "invitation").tag("outcome", outcome).counter().count();
    }

    private double mails(String outcome) {
        return registry.get("mandate.mails").tag("outcome", outcome).counter().count();
    }
}
