package io.mandate.edge.web;

import io.mandate.MandateProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends on behalf of another site and what could change something, in addition to the tokens in forms.
 * Programs that are no browsers say nothing about sites and are not concerned.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 3)
class CrossSite extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String origin;

    CrossSite(MandateProperties mandate) {
        this.origin = origin(mandate.baseUrl());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Pages without a referrer send the origin "null" and, in browsers of today, where the request comes from. */
    private boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String from = request.getHeader(HttpHeaders.ORIGIN);
        return from == null || from.equals("null") || from.equalsIgnoreCase(origin)
                || from.replaceFirst("^https?://", "").equalsIgnoreCase(String.valueOf(request.getHeader(HttpHeaders.HOST)));
    }

    private static String origin(URI base) {
        return base.getScheme() + "://" + base.getHost() + (base.getPort() > 0 ? ":" + base.getPort() : "");
    }
}
