package io.mandate.identity.web;

import io.mandate.identity.SignedIn;
import io.mandate.identity.provider.web.ProviderSignOut;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** What follows on signing in or out, and on a refusal: a page for people, problem details for programs. */
@Component
class SignInHandlers {

    static final int LONGEST_NAME = 254;

    private final Landing landing;
    private final Problems problems;
    private final ProviderSignOut providers;
    private final Clock clock;
    private final SecurityLog log;
    private final RequestCache pagesOnly;

    SignInHandlers(Landing landing, Problems problems, ProviderSignOut providers, Clock clock, SecurityLog log) {
        this.landing = landing;
        this.problems = problems;
        this.providers = providers;
        this.clock = clock;
        this.log = log;
        this.pagesOnly = pagesOnlyCache();
    }

    /** The page that was asked for before, otherwise the person's own first page. */
    AuthenticationSuccessHandler signedIn() {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
                return SignedIn.of(authentication).map(landing::of).orElse("/");
            }

            @Override
            public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                    throws ServletException, IOException {
                SignInMoment.note(request.getSession(), clock.instant());
                super.onAuthenticationSuccess(request, response, authentication);
            }
        };
        handler.setRequestCache(pagesOnly);
        handler.setRedirectStrategy(this::within);
        return handler;
    }

    /** Nothing leads out of Mandate: of the page that was asked for before only path and query count. */
    private void within(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
        pagesOnly.removeRequest(request, response);
        String path = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "").replaceFirst("^[/\\\\]*", "/");
        response.sendRedirect(path);
    }

    /** The sign-in page again, which says the same whether the name is unknown or the password wrong. What could not be looked up is neither. */
    AuthenticationFailureHandler refused() {
        return (request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                throw failure;
            }
            rememberTypedName(request);
            response.sendRedirect(request.getContextPath() + "/sign-in?refused");
        };
    }

    LogoutSuccessHandler signedOut() {
        return (request, response, who) -> {
            if (PageSecurity.WEB_APPS_API.matches(request)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                response.sendRedirect(request.getContextPath() + providers.next(request, who).orElse("/sign-in?signedOut"));
            }
        };
    }

    /** Remembers what to open after signing in: pages, never what a script asked for. */
    RequestCache pagesOnly() {
        return pagesOnly;
    }

    /**
     * Where nobody is signed in: people are asked to, programs are told. So are the parts of a page, such as its fonts:
     * led to the sign-in page they would begin a session that takes the place of the person's own.
     */
    AuthenticationEntryPoint challenge() {
        LoginUrlAuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint("/sign-in");
        signInPage.setFavorRelativeUris(true);
        return (request, response, missing) -> {
            if (isPage(request)) {
                signInPage.commence(request, response, missing);
            } else {
                problems.write(response, HttpStatus.UNAUTHORIZED, "Please sign in");
            }
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        return !PageSecurity.WEB_APPS_API.matches(request)
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Where somebody may not do this, or the form was open for longer than the session. */
    AccessDeniedHandler denied() {
        AccessDeniedHandler errorPage = new AccessDeniedHandlerImpl();
        return (request, response, denial) -> {
            if (!(denial instanceof UnknownPageException)) {
                log.denied(request, denial);
            }
            if (PageSecurity.WEB_APPS_API.matches(request) || PageSecurity.FOR_SCRIPTS.matches(request)) {
                problems.write(response, HttpStatus.FORBIDDEN, "This is not open to you");
            } else if (denial instanceof CsrfException && SignedIn.find().isEmpty() && isSignIn(request)) {
                rememberTypedName(request);
                response.sendRedirect(request.getContextPath() + "/sign-in?expired");
            } else if (denial instanceof CsrfException && isPassword(request)) {
                response.sendRedirect(request.getContextPath() + passwordPage(request));
            } else if (denial instanceof UnknownPageException) {
                response.sendError(HttpStatus.NOT_FOUND.value());
            } else {
                errorPage.handle(request, response, denial);
            }
        };
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/sign-in");
    }

    private static boolean isPassword(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/password");
    }

    /** The form of that link again; without one, where a link is asked for. */
    private static String passwordPage(HttpServletRequest request) {
        String token = String.valueOf(request.getParameter("token"));
        return "/password/" + (token.matches("[A-Za-z0-9_-]{43}") ? token : "forgotten") + "?expired";
    }

    private static void rememberTypedName(HttpServletRequest request) {
        String typed = request.getParameter("username");
        if (typed != null && typed.length() <= LONGEST_NAME) {
            request.getSession().setAttribute(SignInController.TYPED_NAME, typed);
        }
    }

    private static RequestCache pagesOnlyCache() {
        return new PageCache(request -> HttpMethod.GET.matches(request.getMethod()) && isPage(request));
    }
}
