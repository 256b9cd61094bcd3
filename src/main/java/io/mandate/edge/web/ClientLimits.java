package io.mandate.edge.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.mandate.edge.Limits.Limited;
import io.mandate.edge.Limits.Standing;
import io.mandate.edge.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses clients that ask too often, before anything else is done for them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ClientLimits extends OncePerRequestFilter {

    /** Programs that ask at every use; they are counted by account. */
    private static final RequestMatcher MACHINES = path("/access/**", "/services/**");

    private static final Map<Limited, RequestMatcher> COUNTED = new LinkedHashMap<>();

    static {
        COUNTED.put(Limited.SIGN_IN, post("/sign-in", "/sign-in/by-link", "/sign-in/passkey"));
        COUNTED.put(Limited.MAILS, post("/sign-in/link", "/password/**"));
        COUNTED.put(Limited.CODES, post("/answer/{token}/code", "/answer/{token}/proof", "/answer/{token}/passkey"));
        COUNTED.put(Limited.ANSWERS, path("/answer/**"));
    }

    private final Limits limits;

    ClientLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = ClientAddress.of(request);
        if (matches(MACHINES, request)) {
            machine(client, request, response, chain);
            return;
        }
        Optional<Standing> refused = Stream.concat(Stream.of(Limited.EVERYTHING), counted(request))
                .flatMap(what -> limits.refusal(what, client).stream())
                .findFirst();
        if (refused.isPresent()) {
            refuse(refused.get(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Only calls by nobody who is known count, so that guessing is slow and asking is not. */
    private void machine(String client, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Standing> before = limits.knownRefusal(Limited.STRANGERS, client);
        if (before.isPresent()) {
            refuse(before.get(), request, response);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            limits.take(Limited.STRANGERS, client);
        }
    }

    private static Stream<Limited> counted(HttpServletRequest request) {
        return COUNTED.entrySet().stream().filter(entry -> matches(entry.getValue(), request)).map(Map.Entry::getKey);
    }

    static void refuse(Standing standing, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RateHeaders.write(standing, response);
        new Refusal("error.429.text", standing.pause()).answer(request, response);
    }

    /** An address in a spelling that is none leads nowhere, and counts as any other. */
    private static boolean matches(RequestMatcher matcher, HttpServletRequest request) {
        try {
            return matcher.matches(request);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static RequestMatcher post(String... patterns) {
        return any(HttpMethod.POST, patterns);
    }

    private static RequestMatcher path(String... patterns) {
        return any(null, patterns);
    }

    private static RequestMatcher any(HttpMethod method, String... patterns) {
        return new OrRequestMatcher(
                List.of(patterns).stream().map(one -> (RequestMatcher) withDefaults().matcher(method, one)).toList());
    }
}
