package io.mandate.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mandate.LinkProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rates that hold on all nodes together. A row says when all of a rate may be asked for again, which is all that a token bucket
 * is; taking is one conditional update. Who was refused is remembered by the node until then, and costs it no statement.
 */
@Component
class SharedRates {

    private static final int REMEMBERED = 200_000;
    private static final long MICROS = 1_000;

    private final JdbcClient jdbc;
    private final LinkProperties secrets;
    private final Clock clock;
    private final Cache<String, Long> refused =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofDays(1)).build();

    SharedRates(JdbcClient jdbc, LinkProperties secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Takes one.
     *
     * @return how long to wait where there was none; empty where there was
     */
    Optional<Duration> take(String asker, Rate rate) {
        Optional<Duration> known = look(asker, rate);
        if (known.isPresent()) {
            return known;
        }
        String key = hash(asker);
        long now = now();
        if (update(key, rate, now) == 1 || insert(key, now + step(rate)) == 1 || update(key, rate, now) == 1) {
            return Optional.empty();
        }
        long full = jdbc.sql("select full_at from rate_taken where asker = :asker").param("asker", key).query(Long.class)
                .optional().orElse(now);
        long free = full + step(rate) - all(rate);
        refused.put(asker, free);
        return Optional.of(pause(free - now));
    }

    /** How long somebody has to wait, as far as this node was told; empty where it knows of nothing. */
    private Optional<Duration> look(String asker, Rate rate) {
        long now = now();
        // A clock that went back lets nobody wait for longer than the rate is about.
        return Optional.ofNullable(refused.getIfPresent(asker)).filter(free -> free > now && free <= now + all(rate) + step(rate))
                .map(free -> pause(free - now));
    }

    /** Forgets whoever may ask for all of it again. Several nodes may do so at the same time. */
    void forget() {
        jdbc.sql("""
                        delete from rate_taken where asker in
                            (select asker from rate_taken where full_at < :now for update skip locked)
                        """)
                .param("now", now()).update();
    }

    /** What is far ahead was written before the clock went back, and counts no more; nodes whose clocks differ a little agree. */
    private int update(String key, Rate rate, long now) {
        return jdbc.sql("""
                        update rate_taken set full_at = case when full_at > :ahead then :now else greatest(full_at, :now) end + :step
                        where asker = :asker and (full_at <= :last or full_at > :ahead)
                        """)
                .param("ahead", now + 2 * all(rate)).param("now", now).param("step", step(rate)).param("asker", key)
                .param("last", now + all(rate) - step(rate)).update();
    }

    private int insert(String key, long full) {
        return jdbc.sql("insert into rate_taken (asker, full_at) values (:asker, :full) on conflict do nothing")
                .param("asker", key).param("full", full).update();
    }

    private long now() {
        return clock.millis() * MICROS;
    }

    private static long step(Rate rate) {
        return Math.max(1, rate.within().toMillis() * MICROS / rate.requests());
    }

    private static long all(Rate rate) {
        return step(rate) * rate.requests();
    }

    private static Duration pause(long micros) {
        return Duration.ofNanos(Math.max(1, micros) * MICROS);
    }

    private String hash(String asker) {
        return secrets.hash("rate", asker);
    }
}
