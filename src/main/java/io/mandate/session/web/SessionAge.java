package io.mandate.session.web;

import io.mandate.edge.EdgeProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that are too old, however busy they are. Signing in begins a new one, so that its age is that of the sign-in. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 2)
class SessionAge extends OncePerRequestFilter {

    /** Under this name a session keeps when it began, by Mandate's clock. */
    static final String BEGAN = "session.began";

    private final EdgeProperties edge;
    private final Clock clock;

    SessionAge(EdgeProperties edge, Clock clock) {
        this.edge = edge;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !isYoung(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    /** One that cannot say when it began counts as too old. */
    private boolean isYoung(HttpSession session) {
        return session.getAttribute(BEGAN) instanceof Instant began && clock.instant().isBefore(began.plus(edge.longestSession()));
    }
}
