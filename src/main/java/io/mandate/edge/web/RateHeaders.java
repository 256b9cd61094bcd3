package io.mandate.edge.web;

import io.mandate.edge.Limits.Standing;
import jakarta.servlet.http.HttpServletResponse;

/** Tells programs how often they may ask: the fields of draft-ietf-httpapi-ratelimit-headers-10. */
final class RateHeaders {

    private RateHeaders() {}

    // Put together by hand: it is done with each decision, and formats are slow.
    static void write(Standing standing, HttpServletResponse response) {
        String policy = '"' + standing.policy() + '"';
        response.setHeader("RateLimit-Policy", policy + ";q=" + standing.rate().requests() + ";w=" + standing.rate().within().toSeconds());
        response.setHeader("RateLimit", policy + ";r=" + standing.remaining() + ";t=" + Refusal.seconds(standing.reset()));
    }
}
