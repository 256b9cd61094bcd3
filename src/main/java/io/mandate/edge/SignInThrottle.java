package io.mandate.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Makes guessing passwords slow: after five attempts in a row that failed each further one has to wait twice as long, up to
 * an hour. An attempt counts as failed from its beginning, so that many at once are no way around it. Counted by this node,
 * whether there is such an account or not.
 */
@Component
public class SignInThrottle {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int MOST = 200_000;

    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int number, Instant last, Instant until, boolean refused) {}

    /**
     * An attempt begins.
     *
     * @param who whose attempts are counted together
     * @return zero where it may go on, otherwise how long to wait; an attempt that has to wait does not count
     */
    public Duration begin(String who) {
        Instant now = clock.instant();
        Failures after = failures.asMap().compute(who, (key, before) -> next(before, now));
        return after.refused() ? Duration.between(now, after.until()) : Duration.ZERO;
    }

    /** It succeeded: nothing is held against them any more. */
    public void succeeded(String who) {
        failures.invalidate(who);
    }

    private static Failures next(Failures before, Instant now) {
        if (before == null || before.last().plus(FORGOTTEN).isBefore(now) || before.last().isAfter(now.plus(FORGOTTEN))) {
            return new Failures(1, now, now, false);
        }
        if (now.isBefore(before.until())) {
            return new Failures(before.number(), before.last(), before.until(), true);
        }
        int number = before.number() + 1;
        return new Failures(number, now, now.plus(pause(number)), false);
    }

    private static Duration pause(int failed) {
        if (failed < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failed - FREE, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
