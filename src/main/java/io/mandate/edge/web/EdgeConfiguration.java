package io.mandate.edge.web;

import io.mandate.MandateProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** The web server as it has to be on the open internet. What depends on https follows from the base URL, and is no setting. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final String NO_FEATURES = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /** After Boot's own, so that the client's address is known, and this is what counts. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            MandateProperties mandate, ObjectProvider<FormTargets> targets) {
        return server -> {
            List<String> origins = targets.orderedStream().flatMap(one -> one.origins().stream()).toList();
            server.addEngineValves(
                    new PublicAddressValve(mandate.baseUrl()), new HeadersValve(headers(mandate.isSecure(), origins)));
            // No address carries a session; the web server itself has none.
            server.getSession().setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
        };
    }

    /** Nobody reads what Spring Security tells of each of its fifteen filters, and even what is refused wraps every one of them. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    static Map<String, String> headers(boolean secure, List<String> formTargets) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ContentPolicy.HEADER, ContentPolicy.of(formTargets));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", NO_FEATURES);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }
}
