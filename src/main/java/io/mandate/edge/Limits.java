package io.mandate.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts what was asked for, by whom. What is counted is in this node's memory, for a bounded number of askers. */
@Component
public class Limits {

    private static final int ASKERS = 200_000;

    private final LimitProperties rates;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(ASKERS).expireAfterAccess(Duration.ofDays(1)).build();

    Limits(LimitProperties rates, Clock clock) {
        this.rates = rates;
        this.time = new ClockTime(clock);
    }

    /** What is counted, and the name of its policy. */
    public enum Limited {
        EVERYTHING("everything"),
        SIGN_IN("sign-in"),
        MAILS("mails"),
        CODES("codes"),
        ANSWERS("answers"),
        DECISIONS("decisions"),
        STRANGERS("strangers");

        private final String policy;

        Limited(String policy) {
            this.policy = policy;
        }
    }

    /**
     * How it stands after a request.
     *
     * @param remaining how many more there may be at once
     * @param pause until the next may come; zero where this one may
     * @param reset until all may come again
     */
    public record Standing(String policy, Rate rate, boolean allowed, long remaining, Duration pause, Duration reset) {}

    /** Counts one request of this asker, unless there were too many. */
    public Standing take(Limited what, String asker) {
        ConsumptionProbe probe = bucket(what, asker).tryConsumeAndReturnRemaining(1);
        return new Standing(what.policy, rate(what), probe.isConsumed(), probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()), Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** How it stands, without counting anything. */
    public Standing look(Limited what, String asker) {
        EstimationProbe probe = bucket(what, asker).estimateAbilityToConsume(1);
        Duration pause = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return new Standing(what.policy, rate(what), probe.canBeConsumed(), probe.getRemainingTokens(), pause, pause);
    }

    private Bucket bucket(Limited what, String asker) {
        return buckets.get(new Key(what, asker), key -> {
            Rate rate = rate(what);
            return Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.within()))
                    .build();
        });
    }

    private Rate rate(Limited what) {
        return switch (what) {
            case EVERYTHING -> rates.everything();
            case SIGN_IN -> rates.signIn();
            case MAILS -> rates.mails();
            case CODES -> rates.codes();
            case ANSWERS -> rates.answers();
            case DECISIONS -> rates.decisions();
            case STRANGERS -> rates.strangers();
        };
    }

    private record Key(Limited what, String asker) {}

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
