package io.mandate.web;

import io.mandate.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** What a page is about, as far as its address tells, is in the log while it is made; nothing is left for the thread's next one. */
class LogContextOfPages implements HandlerInterceptor {

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REQUESTS = Pattern.compile("/requests/\\{id\\b.*");
    private static final Pattern RELATIONSHIPS =
            Pattern.compile("(?:/customers|/overview/relationships|/organisation/\\{customer[^/]*}/partners)/\\{id\\b.*");

    @Override
    public boolean preHandle(HttpServletRequest http, HttpServletResponse response, Object handler) {
        LogContext.clear();
        String pattern = String.valueOf(http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (REQUESTS.matcher(pattern).matches()) {
            id(http).ifPresent(LogContext::request);
        } else if (RELATIONSHIPS.matcher(pattern).matches()) {
            id(http).ifPresent(LogContext::relationship);
        }
        return true;
    }

    /** Empty for what somebody typed instead. */
    private static Optional<UUID> id(HttpServletRequest http) {
        return http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable(variables.get("id")).map(Object::toString).filter(ID.asMatchPredicate()).map(UUID::fromString)
                : Optional.empty();
    }

    @Override
    public void afterCompletion(HttpServletRequest http, HttpServletResponse response, Object handler, Exception failure) {
        LogContext.clear();
    }
}
