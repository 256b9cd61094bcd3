package io.mandate.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.testing.MandateTest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each service is told until it confirmed, and then no more, in jobs that may be repeated. */
@MandateTest
class NoticesTests {

    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;

    private final List<String> told = new ArrayList<>();
    private String silent = "";

    @Test
    void one_that_is_silent_keeps_no_other_from_being_told_and_alone_is_told_again() {
        // given
        List<ServiceNotice> notices = List.of(notice("mail"), notice("collaboration"), notice("infrastructure"));
        silent = "mail";

        // when
        assertThatThrownBy(() -> job(notices)).isInstanceOf(ServiceSilentException.class).hasMessageContaining("mail");
        assertThat(told).containsExactly("mail", "collaboration", "infrastructure");

        // and when
        told.clear();
        silent = "";
        job(notices);

        // then
        assertThat(told).containsExactly("mail");
    }

    @Test
    void what_was_confirmed_is_not_told_by_a_job_that_runs_again() {
        // given
        List<ServiceNotice> notices = List.of(notice("mail"));
        job(notices);
        told.clear();

        // when
        job(notices);

        // then
        assertThat(told).isEmpty();
    }

    @Test
    void a_notice_has_the_same_id_for_the_same_occasion_only() {
        UUID of = UUID.randomUUID();

        assertThat(Notices.id("granted", of, "mail")).isEqualTo(Notices.id("granted", of, "mail"))
                .isNotEqualTo(Notices.id("removed", of, "mail"))
                .isNotEqualTo(Notices.id("granted", of, "collaboration"))
                .isNotEqualTo(Notices.id("granted", UUID.randomUUID(), "mail"));
    }

    private void job(List<ServiceNotice> notices) {
        new TransactionTemplate(transactions).executeWithoutResult(status ->
                new Notices(new Recorder(), jdbc, clock, transactions).tell(notices));
    }

    private static ServiceNotice notice(String service) {
        return new ServiceNotice(UUID.randomUUID(), ServiceNotice.Type.GRANTED, service, "global", UUID.randomUUID(), "contoso",
                List.of("reader"), Optional.empty(), "", Instant.EPOCH);
    }

    private final class Recorder implements Provisioning {

        @Override
        public boolean reaches(String service, String cloud) {
            return true;
        }

        @Override
        public void tell(ServiceNotice notice) {
            told.add(notice.service());
            if (notice.service().equals(silent)) {
                throw new ServiceSilentException(notice.service(), "is asleep");
            }
        }

        @Override
        public Set<String> roles(ServiceQuestion question) {
            return Set.of();
        }
    }
}
