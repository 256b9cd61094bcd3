package io.mandate.machine.web;

import io.mandate.MandateProperties;
import io.mandate.identity.web.Problems;
import io.mandate.machine.MachineProperties;
import io.mandate.machine.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** What is answered to a program that is not admitted: a problem detail, and how to do it right (RFC 6750, section 3). */
@Component
class Challenge implements AuthenticationEntryPoint {

    private static final String BASIC = "Basic realm=\"Mandate\", charset=\"UTF-8\"";

    private final Problems problems;
    private final MachineProperties settings;
    private final String metadata;

    Challenge(Problems problems, MachineProperties settings, MandateProperties mandate) {
        this.problems = problems;
        this.settings = settings;
        this.metadata = mandate.url(ResourceMetadataController.PATH);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof KeysUnavailableException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(IssuedTokens.PAUSE.toSeconds()));
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE,
                    "The keys of the issuer cannot be had now, so nobody can tell whether its access token counts");
        } else if (failure instanceof OAuth2AuthenticationException wrong && wrong.getError() instanceof BearerTokenError error) {
            refuse(response, error.getHttpStatus(), Map.of("error", error.getErrorCode(), "error_description", error.getDescription()),
                    error.getDescription());
        } else {
            refuse(response, HttpStatus.UNAUTHORIZED, Map.of(), settings.basic()
                    ? "An access token of a service account is needed, or its name and password" : "An access token of a service account is needed");
        }
    }

    /** The caller is known, and may do something else only. */
    void insufficient(HttpServletResponse response, Scope needed) throws IOException {
        String why = "This needs the scope " + needed.word();
        refuse(response, HttpStatus.FORBIDDEN,
                Map.of("error", "insufficient_scope", "error_description", why, "scope", needed.word()), why);
    }

    private void refuse(HttpServletResponse response, HttpStatus status, Map<String, String> error, String why) throws IOException {
        Map<String, String> says = new LinkedHashMap<>();
        says.put("realm", "Mandate");
        says.putAll(new TreeMap<>(error));
        if (settings.hasIssuer()) {
            // RFC 9728, section 5.1.
            says.put("resource_metadata", metadata);
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, says.entrySet().stream()
                .map(one -> one.getKey() + "=\"" + one.getValue() + "\"").collect(Collectors.joining(", ", "Bearer ", "")));
        if (settings.basic() && status == HttpStatus.UNAUTHORIZED) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
        problems.write(response, status, why);
    }
}
