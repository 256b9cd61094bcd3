package io.mandate.machine.web;

import io.mandate.machine.MachineProperties;
import io.mandate.machine.Scope;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The machine endpoints: service accounts with access tokens (RFC 6750), each for its scopes, without session or cookie. */
@Configuration(proxyBeanMethods = false)
class ServiceSecurity {

    private static final RequestMatcher DECISIONS = PathPatternRequestMatcher.withDefaults().matcher("/access/v1/**");
    private static final RequestMatcher REPORTS = PathPatternRequestMatcher.withDefaults().matcher("/services/v1/**");

    @Bean
    @Order(1)
    SecurityFilterChain services(
            HttpSecurity http, SignIns signIns, PasswordSignIn passwords, MachineProperties settings, Challenge challenge)
            throws Exception {
        AccessDeniedHandler denied = (request, response, refused) -> challenge.insufficient(response, needed(request));
        http.securityMatcher(new OrRequestMatcher(DECISIONS, REPORTS))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(DECISIONS).hasAuthority(BearerToken.authority(Scope.DECISIONS))
                        .anyRequest().hasAuthority(BearerToken.authority(Scope.REMOVALS)))
                .addFilterBefore(bearerTokens(signIns, challenge), BasicAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(challenge).accessDeniedHandler(denied))
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
        if (settings.basic()) {
            http.authenticationManager(passwords.manager()).httpBasic(basic -> basic.authenticationEntryPoint(challenge));
        }
        return http.build();
    }

    /** By hand: Spring Security's configurer would offer DPoP, too, which nothing here can take. */
    private static BearerTokenAuthenticationFilter bearerTokens(SignIns signIns, Challenge challenge) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter((AuthenticationManager) signIns::authenticate);
        filter.setBearerTokenResolver(new BearerToken());
        filter.setAuthenticationEntryPoint(challenge);
        return filter;
    }

    private static Scope needed(HttpServletRequest request) {
        return DECISIONS.matches(request) ? Scope.DECISIONS : Scope.REMOVALS;
    }
}
