package io.mandate.edge.web;

import io.mandate.edge.Limits.Standing;
import jakarta.servlet.http.HttpServletResponse;

/** Tells programs how often they may ask: the fields of draft-ietf-httpapi-ratelimit-headers-10. */
final class RateHeaders {

    private RateHeaders() {}

    static void write(Standing standing, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(
                standing.policy(), standing.rate().requests(), standing.rate().within().toSeconds()));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(
                standing.policy(), standing.remaining(), Refusal.seconds(standing.reset())));
    }
}
