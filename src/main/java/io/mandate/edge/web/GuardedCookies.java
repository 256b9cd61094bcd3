package io.mandate.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookies that scripts cannot read and other sites do not send along. Under an https address they are secure, and their names
 * begin with {@code __Host-}, so that no other host of the same domain can plant one (RFC 6265bis, section 4.1.3.2).
 */
public final class GuardedCookies {

    private GuardedCookies() {}

    /** Its name in full. */
    public static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /** Its value, if it came with the request. */
    public static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(name, request.isSecure())))
                .map(cookie -> cookie.getValue());
    }

    /** Sets it for the browser's session. */
    public static void set(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        set(request, response, name, value, Duration.ofSeconds(-1));
    }

    /** Sets it for so long. */
    public static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration kept) {
        ResponseCookie cookie = ResponseCookie.from(name(name, request.isSecure()), value)
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(kept).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
