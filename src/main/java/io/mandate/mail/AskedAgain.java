package io.mandate.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A service asked for under a relationship in force, beside how the partner held it last; empty where it never did. */
public record AskedAgain(AskedService asked, Optional<Before> before) {

    /**
     * How it was held.
     *
     * @param roles their names, in the mail's language
     * @param end name of the reason for which it was lost; HELD where it still is held
     * @param until when it was lost or its term was over; when its term ends where it still is held
     */
    public record Before(List<String> roles, String end, Instant until) {}
}
