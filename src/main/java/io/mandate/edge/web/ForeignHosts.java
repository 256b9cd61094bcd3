package io.mandate.edge.web;

import io.mandate.MandateProperties;
import io.mandate.edge.EdgeProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is addressed to another host (RFC 9110, section 15.5.20), where the settings say so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ForeignHosts extends OncePerRequestFilter {

    private static final int MISDIRECTED_REQUEST = 421;

    private final boolean refuse;
    private final String host;

    ForeignHosts(EdgeProperties edge, MandateProperties mandate) {
        this.refuse = edge.refuseForeignHosts();
        this.host = String.valueOf(mandate.baseUrl().getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = String.valueOf(request.getHeader(HttpHeaders.HOST));
        if (refuse && !asked.replaceFirst(":[0-9]*$", "").equalsIgnoreCase(host)) {
            response.sendError(MISDIRECTED_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
