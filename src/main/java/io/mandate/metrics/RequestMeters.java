package io.mandate.metrics;

import io.mandate.relationship.RequestClosed;
import io.mandate.relationship.RequestKind;
import io.mandate.relationship.RequestStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How requests end, and how long customers take. */
@Component
class RequestMeters {

    private static final Duration[] BOUNDS = Stream.of(
                    "PT1H", "PT4H", "P1D", "P2D", "P4D", "P7D", "P14D", "P30D", "P60D", "P90D").map(Duration::parse).toArray(Duration[]::new);
    private static final String IN_PART = "approved_in_part";

    private final MeterRegistry registry;

    /** Makes all of them, so that the first of a kind counts as a rise. */
    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        Stream.of(RequestKind.values()).filter(RequestKind::isAsked).forEach(kind -> outcomes().forEach(outcome -> closed(kind, outcome)));
        Stream.of(IN_PART, name(RequestStatus.APPROVED), name(RequestStatus.DECLINED)).forEach(this::answered);
    }

    /** Only what is really so: after the commit. */
    @TransactionalEventListener(fallbackExecution = true)
    void closed(RequestClosed request) {
        String outcome = request.inPart() ? IN_PART : name(request.outcome());
        closed(request.kind(), outcome).increment();
        if (request.outcome() == RequestStatus.APPROVED || request.outcome() == RequestStatus.DECLINED) {
            answered(outcome).record(request.age());
        }
    }

    private Counter closed(RequestKind kind, String outcome) {
        return Counter.builder("mandate.requests.closed").description("Requests that came to their end")
                .tag("kind", name(kind)).tag("outcome", outcome).register(registry);
    }

    private Timer answered(String outcome) {
        return Timer.builder("mandate.requests.answered").description("From opening a request to the customer's answer")
                .serviceLevelObjectives(BOUNDS).tag("outcome", outcome).register(registry);
    }

    private static Stream<String> outcomes() {
        return Stream.concat(Stream.of(IN_PART), Stream.of(RequestStatus.values()).filter(status -> !status.isOpen()).map(RequestMeters::name));
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
