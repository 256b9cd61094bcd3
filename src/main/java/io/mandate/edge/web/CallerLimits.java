package io.mandate.edge.web;

import io.mandate.edge.Limits.Limited;
import io.mandate.edge.Limits.Standing;
import io.mandate.edge.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the calls of each service account, and tells it with every answer how many are left. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class CallerLimits extends OncePerRequestFilter {

    private final Limits limits;

    CallerLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/access/") && !path.startsWith("/services/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        Standing standing = limits.take(Limited.DECISIONS, caller.getName());
        if (standing.allowed()) {
            RateHeaders.write(standing, response);
            chain.doFilter(request, response);
        } else {
            ClientLimits.refuse(standing, request, response);
        }
    }
}
