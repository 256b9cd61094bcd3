package io.mandate.edge;

import io.mandate.LinkProperties;
import io.mandate.relationship.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes guessing passwords slow: after five attempts in a row that failed each further one has to wait twice as long, up to
 * an hour. An attempt counts as failed from its beginning, so that many at once are no way around it. Counted on all nodes
 * together, whether there is such an account or not.
 */
@Component
public class SignInThrottle {

    private static final int FREE = 5;
    private static final int TIMES = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LinkProperties secrets;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionOperations transactions, LinkProperties secrets, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Failures(int number, Instant last, Instant until) {}

    /**
     * An attempt begins.
     *
     * @param who whose attempts are counted together
     * @return zero where it may go on, otherwise how long to wait; an attempt that has to wait does not count
     */
    public Duration begin(String who) {
        String key = hash(who);
        return transactions.execute(transaction -> {
            Instant now = clock.instant();
            // One that succeeds in between takes the row away again.
            Failures before = Stream.generate(() -> locked(key, now)).limit(TIMES).flatMap(Optional::stream).findFirst()
                    .orElseGet(() -> new Failures(0, now, now));
            if (isForgotten(before, now)) {
                return store(key, new Failures(1, now, now));
            }
            if (now.isBefore(before.until())) {
                return Duration.between(now, before.until());
            }
            int number = before.number() + 1;
            return store(key, new Failures(number, now, now.plus(pause(number))));
        });
    }

    private Optional<Failures> locked(String key, Instant now) {
        jdbc.sql("""
                        insert into sign_in_try (who, failed, last_at, until_at) values (:who, 0, :now, :now) on conflict do nothing
                        """)
                .param("who", key).param("now", Columns.at(now)).update();
        return jdbc.sql("select failed, last_at, until_at from sign_in_try where who = :who for update")
                .param("who", key).query(SignInThrottle::row).optional();
    }

    /** Whether the next attempt would have to wait; nothing is counted. */
    public boolean waits(String who) {
        return jdbc.sql("select count(*) from sign_in_try where who = :who and until_at > :now")
                .param("who", hash(who)).param("now", Columns.at(clock.instant())).query(Integer.class).single() > 0;
    }

    /** It succeeded: nothing is held against them any more. */
    public void succeeded(String who) {
        jdbc.sql("delete from sign_in_try where who = :who").param("who", hash(who)).update();
    }

    /**
     * Forgets what nothing follows from any more, and a single attempt, such as with a name that was made up, after the longest wait:
     * whoever comes back then is no faster by it. Several nodes may do so at the same time.
     */
    void forget() {
        jdbc.sql("""
                        delete from sign_in_try where who in
                            (select who from sign_in_try where last_at < :before or (failed < 2 and last_at < :once) for update skip locked)
                        """)
                .param("before", Columns.at(clock.instant().minus(FORGOTTEN)))
                .param("once", Columns.at(clock.instant().minus(LONGEST_WAIT))).update();
    }

    private Duration store(String key, Failures after) {
        jdbc.sql("update sign_in_try set failed = :failed, last_at = :last, until_at = :until where who = :who")
                .param("failed", after.number()).param("last", Columns.at(after.last())).param("until", Columns.at(after.until()))
                .param("who", key).update();
        return Duration.ZERO;
    }

    private static boolean isForgotten(Failures before, Instant now) {
        return before.number() == 0 || before.last().plus(FORGOTTEN).isBefore(now) || before.last().isAfter(now.plus(FORGOTTEN));
    }

    private static Duration pause(int failed) {
        if (failed < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failed - FREE, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Failures row(ResultSet row, int number) throws SQLException {
        return new Failures(row.getInt("failed"), Columns.instant(row, "last_at"), Columns.instant(row, "until_at"));
    }

    private String hash(String who) {
        return secrets.hash("sign-in", who);
    }
}
