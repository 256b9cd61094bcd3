package io.mandate.identity.web;

import io.mandate.decision.DecisionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The machine endpoints: service accounts from the settings, by HTTP Basic (RFC 7617), without session or cookie. */
@Configuration(proxyBeanMethods = false)
class ServiceSecurity {

    private static final RequestMatcher PATHS = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/access/v1/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/services/v1/**"));
    private static final String ROLE = "SERVICE";

    @Bean
    @Order(1)
    SecurityFilterChain services(
            HttpSecurity http, DecisionProperties decision, PasswordEncoder passwords, Problems problems) throws Exception {
        AuthenticationEntryPoint challenge = (request, response, missing) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mandate\", charset=\"UTF-8\"");
            problems.write(response, HttpStatus.UNAUTHORIZED, "Name and password of a service account are needed");
        };
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(ROLE))
                .authenticationManager(serviceAccounts(decision, passwords))
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(challenge)
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                response, HttpStatus.FORBIDDEN, "This service account may not ask here")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationManager serviceAccounts(DecisionProperties decision, PasswordEncoder passwords) {
        InMemoryUserDetailsManager accounts = new InMemoryUserDetailsManager();
        decision.callers().forEach(caller -> accounts.createUser(
                User.withUsername(caller.name()).password(caller.password()).roles(ROLE).build()));
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(new RememberingPasswordEncoder(passwords));
        return new ProviderManager(provider);
    }
}
