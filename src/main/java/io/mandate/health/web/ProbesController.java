package io.mandate.health.web;

import java.util.Map;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a load balancer or container platform asks where people ask, too: UP or DOWN, and no more than that. */
@RestController
class ProbesController {

    static final String ALIVE = "/livez";
    static final String READY = "/readyz";

    private final HealthEndpoint health;

    ProbesController(HealthEndpoint health) {
        this.health = health;
    }

    /** Whether this node should go on, or be started anew. Looks at nothing outside. */
    @GetMapping(ALIVE)
    ResponseEntity<Map<String, String>> alive() {
        return answer("liveness");
    }

    /** Whether this node can be given requests: it has started, is not about to stop, and has its database. */
    @GetMapping(READY)
    ResponseEntity<Map<String, String>> ready() {
        return answer("readiness");
    }

    private ResponseEntity<Map<String, String>> answer(String group) {
        HealthComponent component = health.healthForPath(group);
        boolean up = component.getStatus().equals(Status.UP);
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                // Whatever the caller says it accepts.
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", (up ? Status.UP : Status.DOWN).getCode()));
    }
}
