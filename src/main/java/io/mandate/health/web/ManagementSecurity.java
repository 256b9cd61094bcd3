package io.mandate.health.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Who reaches the management port knows how this node is, and can do nothing: only reading health, build and figures is let
 * through, whatever else the settings switch on. Probes on the ordinary port need no sign-in. Neither has sessions.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    /** Load balancers ask by HEAD, too. */
    private static final RequestMatcher READING =
            request -> HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());

    private static final RequestMatcher PROBES = new AndRequestMatcher(READING, new OrRequestMatcher(
            withDefaults().matcher(ProbesController.ALIVE), withDefaults().matcher(ProbesController.READY)));

    private static final RequestMatcher OFFERED = new AndRequestMatcher(READING, new OrRequestMatcher(
            EndpointRequest.to(HealthEndpoint.class, InfoEndpoint.class, PrometheusScrapeEndpoint.class), EndpointRequest.toLinks()));

    @Bean
    @Order(-2)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return bare(http.securityMatcher(ManagementSecurity::isManagement))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OFFERED).permitAll().anyRequest().denyAll())
                .build();
    }

    @Bean
    @Order(-1)
    SecurityFilterChain probes(HttpSecurity http) throws Exception {
        return bare(http.securityMatcher(PROBES)).authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    /** The management port is a web server of its own, with a context of its own. */
    private static boolean isManagement(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }
}
