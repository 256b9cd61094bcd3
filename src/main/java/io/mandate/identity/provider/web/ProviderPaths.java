package io.mandate.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Where a sign-in with a provider begins and ends, and where the provider tells that it is over. */
final class ProviderPaths {

    static final String BASE = "/sign-in/with";
    static final RequestMatcher BEGIN = on(HttpMethod.GET, BASE + "/{id}");
    static final RequestMatcher DONE = on(HttpMethod.GET, BASE + "/{id}/done");
    static final RequestMatcher ENDED = on(HttpMethod.POST, BASE + "/{id}/ended");

    private static final RequestMatcher BOTH = new OrRequestMatcher(BEGIN, DONE);

    private ProviderPaths() {}

    /** The id of the provider in the address; empty in any other address. */
    static String provider(HttpServletRequest request) {
        return BOTH.matcher(request).getVariables().getOrDefault("id", "");
    }

    private static RequestMatcher on(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
