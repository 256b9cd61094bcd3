package io.mandate.metrics;

import io.mandate.health.HealthProperties;
import io.mandate.health.Latest;
import io.mandate.health.LookUps;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where open requests stand, by one statement now and then. */
@Component
class OpenRequestMeters {

    OpenRequestMeters(MeterRegistry registry, Requests requests, LookUps lookUps, HealthProperties settings) {
        Latest<Map<RequestStatus, Long>> open = lookUps.every(settings.countEvery(), settings.countedUntil(), requests::countOpen);
        Stream.of(RequestStatus.values()).filter(RequestStatus::isOpen).forEach(status ->
                Gauge.builder("mandate.requests.open", open, one -> one.get().map(counts -> (double) counts.getOrDefault(status, 0L))
                                .orElse(Double.NaN))
                        .description("Requests that have not come to their end").tag("status", RequestMeters.name(status))
                        // What is read is not kept by anybody else.
                        .strongReference(true).register(registry));
    }
}
