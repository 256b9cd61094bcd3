package io.mandate.edge.web;

import io.mandate.edge.EdgeProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
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
class SessionAge extends OncePerRequestFilter implements HttpSessionListener {

    private static final String BEGAN = SessionAge.class.getName() + ".began";

    private final EdgeProperties edge;
    private final Clock clock;

    SessionAge(EdgeProperties edge, Clock clock) {
        this.edge = edge;
        this.clock = clock;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setAttribute(BEGAN, clock.instant());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(BEGAN) instanceof Instant began
                && !clock.instant().isBefore(began.plus(edge.longestSession()))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
