package io.mandate.edge.web;

import io.mandate.edge.SignInThrottle;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes guessing one account's password slow without letting anybody lock its owner out: strangers' browsers are counted
 * together, each browser that signed this person in before by itself. Unknown names are treated alike.
 */
@Component
public class PasswordGuard {

    private static final int LONGEST = 254;

    private final SignInThrottle throttle;
    private final KnownDevices devices;

    PasswordGuard(SignInThrottle throttle, KnownDevices devices) {
        this.throttle = throttle;
        this.devices = devices;
    }

    /** Stands before what checks passwords, and refuses attempts that come too early. */
    public Filter before(RequestMatcher attempts) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Duration pause = attempts.matches(request) ? pause(request) : Duration.ZERO;
                if (pause.isZero()) {
                    chain.doFilter(request, response);
                } else {
                    new Refusal("error.429.signIn", pause).answer(request, response);
                }
            }
        };
    }

    /** However somebody signed in: the browser is known from now on, and nothing is held against it. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && current.getResponse() != null) {
            String account = account(event.getAuthentication().getName());
            throttle.succeeded(counted(current.getRequest(), account));
            devices.remember(current.getRequest(), current.getResponse(), account);
        }
    }

    /** Without a name nobody's password is guessed. */
    private Duration pause(HttpServletRequest request) {
        String name = typed(request);
        return name.isEmpty() ? Duration.ZERO : throttle.begin(counted(request, name));
    }

    private String counted(HttpServletRequest request, String account) {
        return devices.find(request, account).map(device -> "device " + device).orElseGet(() -> "name " + account);
    }

    private static String typed(HttpServletRequest request) {
        String name = request.getParameter("username");
        return name == null ? "" : account(name);
    }

    /** As accounts are looked up; nobody's name is longer. */
    private static String account(String name) {
        String account = name.strip().toLowerCase(Locale.ROOT);
        return account.length() <= LONGEST ? account : account.substring(0, LONGEST);
    }
}
