package io.mandate.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.LinkProperties;
import io.mandate.testing.TestEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** How attempts that fail are slowed down. */
class SignInThrottleTests {

    private final Time time = new Time();
    private final DataSource database = database();
    private final SignInThrottle throttle = node();

    @Test
    void five_go_through_and_each_further_one_waits_twice_as_long_up_to_an_hour() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.begin("ada")).isZero();
        }

        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Duration pause = throttle.begin("ada");
            pauses.add(pause.toSeconds());
            time.pass(pause);
            assertThat(throttle.begin("ada")).isZero();
        }

        assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L, 3600L);
    }

    @Test
    void one_that_has_to_wait_does_not_make_the_wait_longer() {
        for (int i = 0; i < 5; i++) {
            throttle.begin("ada");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.begin("ada")).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void success_and_a_day_without_any_forget() {
        for (int i = 0; i < 6; i++) {
            throttle.begin("ada");
            throttle.begin("ben");
        }

        throttle.succeeded("ada");
        assertThat(throttle.begin("ada")).isZero();
        assertThat(throttle.begin("ben")).isPositive();
        time.pass(Duration.ofHours(25));
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.begin("ben")).isZero();
        }
    }

    @Test
    void several_nodes_count_together_and_the_database_names_nobody() {
        SignInThrottle other = node();
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.begin("ada")).isZero();
            assertThat(other.begin("ada")).isEqualTo(i < 2 ? Duration.ZERO : Duration.ofSeconds(30));
        }

        other.succeeded("ada");

        assertThat(throttle.begin("ada")).isZero();
        assertThat(JdbcClient.create(database).sql("select who from sign_in_try").query(String.class).list())
                .hasSize(1).noneMatch(who -> who.contains("ada"));
    }

    @Test
    void a_single_attempt_is_forgotten_after_an_hour_two_are_not() {
        throttle.begin("ada");
        throttle.begin("ben");
        throttle.begin("ben");
        time.pass(Duration.ofMinutes(61));

        throttle.forget();

        assertThat(JdbcClient.create(database).sql("select failed from sign_in_try").query(Integer.class).list()).containsExactly(2);
    }

    @Test
    void what_counts_no_more_is_forgotten() {
        throttle.begin("ada");
        time.pass(Duration.ofHours(25));
        throttle.begin("ben");

        throttle.forget();

        assertThat(JdbcClient.create(database).sql("select count(*) from sign_in_try").query(Integer.class).single()).isOne();
    }

    @Test
    void one_that_succeeds_meanwhile_is_no_trouble_for_others() throws Exception {
        List<Callable<Duration>> attempts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            attempts.add(() -> {
                Duration pause = throttle.begin("ada");
                throttle.succeeded("ada");
                return pause;
            });
        }

        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<Duration>> all = many.invokeAll(attempts);
        many.shutdown();

        assertThat(all).allSatisfy(one -> assertThat(one.get()).isNotNull());
    }

    private SignInThrottle node() {
        return new SignInThrottle(JdbcClient.create(database), new TransactionTemplate(new DataSourceTransactionManager(database)),
                new LinkProperties(List.of(TestEnvironment.LINK_SECRET)), time);
    }

    private static DataSource database() {
        DataSource database = new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V51__guessing.sql")).execute(database);
        return database;
    }

    @Test
    void many_at_once_are_no_way_around() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<Duration>> attempts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            attempts.add(() -> throttle.begin("ada"));
        }

        int through = 0;
        for (Future<Duration> attempt : many.invokeAll(attempts)) {
            through += attempt.get().isZero() ? 1 : 0;
        }
        many.shutdown();

        assertThat(through).isEqualTo(5);
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-11-26T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
