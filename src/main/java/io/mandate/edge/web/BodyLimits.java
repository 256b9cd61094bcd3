package io.mandate.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything Mandate has a use for, and forms that cannot be read in full: the web server
 * would leave out what it cannot read, and a form would seem to have been filled in otherwise.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimits extends OncePerRequestFilter {

    /** In bytes. */
    static final int MOST = 256 * 1024;

    /** Of the engine's web apps, where a process owner deploys, and of decisions, which have a limit and an answer of their own. */
    static final int MOST_ANYWHERE = 2 * 1024 * 1024;

    private static final Pattern MORE = Pattern.compile("/camunda/api/|/access/v1/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = MORE.matcher(request.getRequestURI()).lookingAt() ? MOST_ANYWHERE : MOST;
        if (request.getContentLengthLong() > most) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        }
        // Has the query and a form read.
        request.getParameterMap();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) instanceof FailReason reason) {
            refuse(reason, response);
            return;
        }
        chain.doFilter(new BoundedRequest(request, most), response);
    }

    /** Where the body broke off, the web server has answered already. */
    private static void refuse(FailReason reason, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.sendError(reason == FailReason.POST_TOO_LARGE
                    ? HttpStatus.PAYLOAD_TOO_LARGE.value()
                    : HttpStatus.BAD_REQUEST.value());
        }
    }
}
