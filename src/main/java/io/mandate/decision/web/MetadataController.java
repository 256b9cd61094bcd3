package io.mandate.decision.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mandate.MandateProperties;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells where Mandate decides (AuthZEN 1.0, section 9). */
@RestController
class MetadataController {

    private final Metadata metadata;

    MetadataController(MandateProperties mandate) {
        metadata = new Metadata(
                mandate.url(""), mandate.url(AccessController.EVALUATION), mandate.url(AccessController.EVALUATIONS));
    }

    @GetMapping("/.well-known/authzen-configuration")
    ResponseEntity<Metadata> metadata() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON).body(metadata);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Metadata(
            String policyDecisionPoint, String accessEvaluationEndpoint, String accessEvaluationsEndpoint) {}
}
