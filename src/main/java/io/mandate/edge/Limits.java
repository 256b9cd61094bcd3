package io.mandate.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts what was asked for, by whom: whatever makes guessing slow on all nodes together, what only keeps load away in this
 * node's memory, for a bounded number of askers.
 */
@Component
public class Limits {

    private static final int ASKERS = 200_000;

    private final LimitProperties rates;
    private final SharedRates shared;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(ASKERS).expireAfterAccess(Duration.ofDays(1)).build();

    Limits(LimitProperties rates, SharedRates shared, Clock clock) {
        this.rates = rates;
        this.shared = shared;
        this.time = new ClockTime(clock);
    }

    /** What is counted, and the name of its policy. */
    public enum Limited {
        EVERYTHING("everything", false),
        SIGN_IN("sign-in", true),
        MAILS("mails", true),
        CODES("codes", true),
        ANSWERS("answers", false),
        DECISIONS("decisions", false),
        STRANGERS("strangers", false);

        private final String policy;
        private final boolean onAllNodes;

        Limited(String policy, boolean onAllNodes) {
            this.policy = policy;
            this.onAllNodes = onAllNodes;
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

    /** Counts one request of this asker; gives how it stands where it has to wait, and then does not count it. */
    public Optional<Standing> refusal(Limited what, String asker) {
        return what.onAllNodes
                ? shared.take(what + " " + asker, rate(what)).map(pause -> refused(what, pause))
                : Optional.of(take(what, asker)).filter(standing -> !standing.allowed());
    }

    /** As {@link #refusal}, in this node's memory and without counting anything. */
    public Optional<Standing> knownRefusal(Limited what, String asker) {
        return Optional.of(look(what, asker)).filter(standing -> !standing.allowed());
    }

    private Standing refused(Limited what, Duration pause) {
        return new Standing(what.policy, rate(what), false, 0, pause, rate(what).within());
    }

    /** Counts one request of this asker in this node's memory, unless there were too many. */
    public Standing take(Limited what, String asker) {
        ConsumptionProbe probe = bucket(what, asker).tryConsumeAndReturnRemaining(1);
        return new Standing(what.policy, rate(what), probe.isConsumed(), probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()), Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Standing look(Limited what, String asker) {
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
