package io.mandate.acceptance.web;

import io.mandate.edge.web.GuardedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret that tells one browser from another: 192 random bits in a cookie that ends with the browser's session. */
final class BrowserSecret {

    static final String COOKIE = "answer";

    private static final int BYTES = 24;
    private static final Pattern MADE_HERE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private BrowserSecret() {}

    /** The browser's secret; empty where it has none, which proves nothing. */
    static String of(HttpServletRequest request) {
        return GuardedCookies.read(request, COOKIE).filter(value -> MADE_HERE.matcher(value).matches()).orElse("");
    }

    /** The browser's secret, made where it has none. Only for forms that a person submitted. */
    static String ensure(HttpServletRequest request, HttpServletResponse response) {
        String known = of(request);
        return known.isEmpty() ? renew(request, response) : known;
    }

    /** A new secret in place of one that the browser may have got from somebody else. */
    static String renew(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        GuardedCookies.set(request, response, COOKIE, made);
        return made;
    }
}
