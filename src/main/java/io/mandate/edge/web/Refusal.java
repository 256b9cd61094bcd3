package io.mandate.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that came too often: answered by the error page, which gives back what was typed.
 *
 * @param reason the key of the words that the page says
 * @param pause until it may come again
 */
public record Refusal(String reason, Duration pause) {

    private static final String ATTRIBUTE = Refusal.class.getName();

    /** Why this request was refused; empty where it was not, or for another reason. */
    public static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }

    /** Refuses (RFC 6585, section 4), and says when it may come again. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ATTRIBUTE, this);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** In whole seconds, at least one. */
    public long seconds() {
        return seconds(pause);
    }

    /** In whole minutes, at least one. */
    public long minutes() {
        return Math.max(1, (seconds() + 59) / 60);
    }

    static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
