package io.mandate.identity.provider.web;

import io.mandate.identity.provider.RefusedSignInException.Reason;
import io.mandate.identity.provider.RefusedSignInException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What follows on a sign-in that led to nothing: the page where it began says why, the log says more, nobody is named. */
class ProviderRefusals implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRefusals.class);
    private static final int LONGEST = 300;
    private static final Set<String> NOT_BEGUN = Set.of("authorization_request_not_found", OAuth2ErrorCodes.INVALID_REQUEST);
    private static final Set<String> NOT_DONE = Set.of(OAuth2ErrorCodes.ACCESS_DENIED, "login_required", "interaction_required");

    /** Of these, the description is Spring Security's. */
    private static final Set<String> OWN_WORDS = Set.of("invalid_id_token", "invalid_nonce", "invalid_token_response");

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String provider = ProviderPaths.provider(request);
        Reason reason = reason(failure);
        if (reason != Reason.INTERRUPTED && reason != Reason.CANCELLED) {
            LOG.warn("A sign-in with the identity provider {} was refused, {}: {}", provider, reason, detail(failure));
        }
        String page = SignInReturns.take(request).map(path -> path.replaceFirst("/signed-in$", "")).orElse("/sign-in");
        response.sendRedirect(request.getContextPath() + page + "?with=" + provider + "&refused=" + reason);
    }

    private static Reason reason(AuthenticationException failure) {
        if (refused(failure) instanceof RefusedSignInException refused) {
            return refused.reason();
        }
        String code = failure instanceof OAuth2AuthenticationException told ? told.getError().getErrorCode() : "";
        return NOT_BEGUN.contains(code) ? Reason.INTERRUPTED
                : NOT_DONE.contains(code) ? Reason.CANCELLED
                : isCut(failure) ? Reason.UNREACHABLE : Reason.INVALID;
    }

    /** Whether the provider did not answer in time what it was asked for. */
    private static boolean isCut(Throwable failure) {
        return failure != null && (failure instanceof IOException || isCut(failure.getCause()));
    }

    private static Throwable refused(AuthenticationException failure) {
        return failure instanceof RefusedSignInException ? failure : failure.getCause();
    }

    /** One line; of what others said no more than a plain code. */
    private static String detail(AuthenticationException failure) {
        String told = failure.getClass().getSimpleName();
        if (refused(failure) instanceof RefusedSignInException refused) {
            told = refused.detail();
        } else if (failure instanceof OAuth2AuthenticationException oauth) {
            String code = oauth.getError().getErrorCode();
            told = OWN_WORDS.contains(code) ? code + ": " + oauth.getError().getDescription() : code.replaceAll("[^A-Za-z0-9_.-]", "?");
        }
        String line = told.replaceAll("[^\\p{Graph} ]+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
