package io.mandate.identity.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/** When the person of a session signed in, for what needs that they did so lately. */
public final class SignInMoment {

    private static final String AT = "signIn.at";

    private SignInMoment() {}

    static void note(HttpSession session, Instant at) {
        session.setAttribute(AT, at);
    }

    /** Whether it was less than so long ago. */
    public static boolean isWithin(HttpSession session, Duration time, Instant now) {
        return session.getAttribute(AT) instanceof Instant at && at.plus(time).isAfter(now);
    }
}
