package io.mandate.edge.web;

import io.mandate.edge.DeviceTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The cookie by which a browser is known to have signed people in before; it holds a few of them, the latest first. */
@Component
class KnownDevices {

    static final String COOKIE = "device";

    private static final String BETWEEN = "~";
    private static final int ACCOUNTS = 4;

    private final DeviceTokens tokens;

    KnownDevices(DeviceTokens tokens) {
        this.tokens = tokens;
    }

    /** The browser's id, where this account was signed in to there before. */
    Optional<String> find(HttpServletRequest request, String account) {
        return held(request).stream().flatMap(token -> tokens.read(token, account).stream()).findFirst();
    }

    /** From now on it is known for this account. */
    void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        List<String> others = held(request).stream().filter(token -> tokens.read(token, account).isEmpty()).toList();
        String value = String.join(BETWEEN,
                Stream.concat(Stream.of(tokens.make(account)), others.stream()).limit(ACCOUNTS).toList());
        GuardedCookies.set(request, response, COOKIE, value, DeviceTokens.KNOWN);
    }

    private static List<String> held(HttpServletRequest request) {
        return GuardedCookies.read(request, COOKIE)
                .map(value -> Stream.of(value.split(BETWEEN)).limit(ACCOUNTS).toList())
                .orElse(List.of());
    }
}
