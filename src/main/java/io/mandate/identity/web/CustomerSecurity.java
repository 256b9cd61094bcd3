package io.mandate.identity.web;

import io.mandate.MandateProperties;
import io.mandate.edge.web.GuardedCookies;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The customer's pages: open to whoever holds a link, whether signed in or not, and without a session, so that a scanner
 * that opens links leaves nothing behind and a person may take hours to read.
 */
@Configuration(proxyBeanMethods = false)
class CustomerSecurity {

    private static final RequestMatcher PAGES = path("/answer/**");
    private static final RequestMatcher FORMS = path("/answer/{token}/{form}");
    private static final RequestMatcher FOR_SCRIPTS = path("/answer/{token}/passkey/options");
    private static final RequestMatcher REMINDERS = path("/answer/{token}/reminders");

    @Bean
    @Order(1)
    SecurityFilterChain customerPages(HttpSecurity http, MandateProperties mandate, Problems problems) throws Exception {
        return http.securityMatcher(PAGES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(mandate.isSecure())))
                .exceptionHandling(refused -> refused.accessDeniedHandler(formAgain(problems)))
                .headers(SecurityHeaders::write)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Not the cookie of the web apps, which have their own protection against forged requests. */
    private static CookieCsrfTokenRepository tokens(boolean secure) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(GuardedCookies.name("answer-form", secure));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(secure));
        return tokens;
    }

    /** A form without its token does nothing, and comes back with everything that was typed. */
    private static AccessDeniedHandler formAgain(Problems problems) {
        return (request, response, denied) -> {
            if (FOR_SCRIPTS.matches(request)) {
                problems.write(response, HttpStatus.FORBIDDEN, "This is not open to you");
            } else if (HttpMethod.POST.matches(request.getMethod()) && FORMS.matches(request)) {
                show(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        };
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String page = "/answer/" + FORMS.matcher(request).getVariables().get("token");
        if (REMINDERS.matches(request)) {
            response.sendRedirect(request.getContextPath() + page + "/reminders");
        } else {
            request.getRequestDispatcher(page + "/again").forward(request, response);
        }
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
