package io.mandate.identity.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where a sign-in leads back to that began on a page which is open to who holds its address. It is kept in the session, as the page
 * that was asked for before signing in is, never in an address that leaves here.
 */
public final class SignInReturns {

    /**
     * Where the session has what signing in leads to, whether a page was asked for or a sign-in began on one: the later counts. Of
     * what a session had before signing in, Spring Security takes over only what begins with its own name.
     */
    public static final String KEPT = "SPRING_SECURITY_SAVED_REQUEST";

    private SignInReturns() {}

    /** Told apart from a page that was asked for before signing in. */
    private static final class Return extends SimpleSavedRequest {

        private static final long serialVersionUID = 1L;

        Return(String path) {
            super(path);
        }
    }

    /** Begins: afterwards the browser is led to the path. Gives the path with which signing in begins. */
    public static String begin(HttpServletRequest request, String provider, String path) {
        request.getSession().setAttribute(KEPT, new Return(path));
        return ProviderPaths.BASE + "/" + provider;
    }

    /** The path, where one was kept; it is forgotten. */
    static Optional<String> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEPT) instanceof Return kept) {
            session.removeAttribute(KEPT);
            return Optional.of(kept.getRedirectUrl());
        }
        return Optional.empty();
    }
}
