package io.mandate.passkey.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/** When the person of a session used a passkey last. */
public final class PasskeyMoment {

    private static final Duration COUNTS = Duration.ofHours(1);
    private static final String AT = "passkey.at";

    private PasskeyMoment() {}

    static void note(HttpSession session, Instant at) {
        session.setAttribute(AT, at);
    }

    /** Whether it was within the last hour. */
    public static boolean isRecent(HttpSession session, Instant now) {
        return session.getAttribute(AT) instanceof Instant at && at.plus(COUNTS).isAfter(now);
    }
}
