package io.mandate.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many decisions said yes, and how long services wait for them. */
@Component
class DecisionMeters {

    private static final Duration[] BOUNDS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final Timer calls;
    private final Counter yes;
    private final Counter no;

    DecisionMeters(MeterRegistry registry) {
        calls = Timer.builder("mandate.decisions.calls").description("Calls of services that asked for decisions, without reading and writing JSON")
                .serviceLevelObjectives(BOUNDS).register(registry);
        yes = decisions(registry, "yes");
        no = decisions(registry, "no");
    }

    /** Makes these decisions and counts them. A call that is refused as a whole counts as none. */
    List<Decision> made(Supplier<List<Decision>> decisions) {
        long begun = System.nanoTime();
        List<Decision> made = decisions.get();
        calls.record(Duration.ofNanos(System.nanoTime() - begun));
        made.forEach(one -> (one.decision() ? yes : no).increment());
        return made;
    }

    private static Counter decisions(MeterRegistry registry, String answer) {
        return Counter.builder("mandate.decisions").description("Decisions, each question of a call for itself")
                .tag("answer", answer).register(registry);
    }
}
