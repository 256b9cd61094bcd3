package io.mandate.identity.web;

import io.mandate.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Writes down who signed in and out, and how, and what was refused to whom, for those who watch over Mandate (OWASP ASVS 5.0,
 * V16.3). Never what was typed, which may be a password, and no more of an address than where it leads, since the rest may be a link.
 */
@Component
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        SignedIn.of(event.getAuthentication()).ifPresent(person -> LOG.info("{} signed in from {}, {}, by {}",
                person.username(), client(event.getAuthentication()), person.role(), person.method()));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        LOG.warn("A sign-in from {} was refused: {}", client(event.getAuthentication()), name(event.getException()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        SignedIn.of(event.getAuthentication()).ifPresent(person -> LOG.info("{} signed out", person.username()));
    }

    /** Somebody may not do what they asked for. */
    void denied(HttpServletRequest request, Exception denial) {
        LOG.warn("{} from {} was refused {} /{}: {}", SignedIn.find().map(SignedIn::username).orElse("Somebody"),
                request.getRemoteAddr(), request.getMethod(), place(request), name(denial));
    }

    /** The first part of the path, in plain letters. */
    private static String place(HttpServletRequest request) {
        String[] parts = request.getRequestURI().substring(request.getContextPath().length()).split("/", 3);
        String first = parts.length > 1 ? parts[1] : "";
        return first.matches("[a-z-]{0,20}") ? first : "?";
    }

    private static String client(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "nowhere known";
    }

    private static String name(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
