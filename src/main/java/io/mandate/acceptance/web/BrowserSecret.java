package io.mandate.acceptance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The secret that tells one browser from another: 192 random bits in a cookie that ends with the browser's session. */
final class BrowserSecret {

    static final String COOKIE = "answer";

    private static final int BYTES = 24;
    private static final Pattern MADE_HERE = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private BrowserSecret() {}

    /** The browser's secret; empty where it has none, which proves nothing. */
    static String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && MADE_HERE.matcher(cookie.getValue()).matches() ? cookie.getValue() : "";
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
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, made)
                .path(request.getContextPath() + "/answer").httpOnly(true).secure(request.isSecure()).sameSite("Lax")
                .build().toString());
        return made;
    }
}
