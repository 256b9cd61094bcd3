package io.mandate.identity.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The headers that keep pages out of caches, and the secret in a link out of referrers and search engines. */
final class SecurityHeaders {

    private static final RequestMatcher ANSWER = new OrRequestMatcher(path("/answer/**"), path("/sign-in/link/**"));

    /** Large, and the same for everybody. */
    private static final RequestMatcher CACHEABLE = new OrRequestMatcher(
            path("/webjars/**"),
            path("/{file:[a-z0-9-]+\\.(?:css|js|svg|png)}"),
            path("/camunda/lib/**"),
            path("/camunda/assets/**"),
            path("/camunda/app/{app}/{file:.+\\.(?:css|js)}"));

    private SecurityHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(cache -> cache.disable())
                .addHeaderWriter(where(new NegatedRequestMatcher(CACHEABLE), new CacheControlHeadersWriter()))
                .addHeaderWriter(where(ANSWER, new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER)))
                .addHeaderWriter(where(ANSWER, new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .addHeaderWriter(where(
                        new NegatedRequestMatcher(ANSWER), new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN)));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static HeaderWriter where(RequestMatcher requests, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(requests, writer);
    }
}
