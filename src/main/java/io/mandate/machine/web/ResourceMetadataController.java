package io.mandate.machine.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mandate.MandateProperties;
import io.mandate.identity.PublicPaths;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs where they get an access token (RFC 9728), where there is an issuer to get one from. */
@RestController
class ResourceMetadataController implements PublicPaths {

    static final String PATH = "/.well-known/oauth-protected-resource";

    private final MachineProperties settings;
    private final String resource;

    ResourceMetadataController(MachineProperties settings, MandateProperties mandate) {
        this.settings = settings;
        this.resource = mandate.url("");
    }

    @Override
    public List<String> publicPaths() {
        return List.of(PATH);
    }

    @GetMapping(PATH)
    ResponseEntity<?> metadata() {
        if (!settings.hasIssuer()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "Access tokens come from this service's own pages"));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Metadata(resource, List.of(settings.issuer()), Arrays.stream(Scope.values()).map(Scope::word).toList(),
                        List.of("header"), "Mandate"));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Metadata(String resource, List<String> authorizationServers, List<String> scopesSupported,
            List<String> bearerMethodsSupported, String resourceName) {}
}
