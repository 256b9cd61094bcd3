package io.mandate.identity.web;

import io.mandate.LinkProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The tokens that show that a form is of Mandate's own: a proof of the session's id under a secret, so that nothing has to be stored, and
 * two pages that are opened at the same moment, on whichever nodes, have the same one. While a secret is replaced, those under the others count.
 */
class FormTokens implements CsrfTokenRepository {

    private static final String PURPOSE = "form";

    private final LinkProperties secrets;

    FormTokens(LinkProperties secrets) {
        this.secrets = secrets;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(secrets.proofs(PURPOSE, request.getSession().getId()).get(0));
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // It follows from the session.
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return request.getSession(false) == null ? null : generateToken(request);
    }

    /** What reads the token of a form, which is written otherwise on each page, though it means the same. */
    CsrfTokenRequestHandler reader() {
        XorCsrfTokenRequestAttributeHandler written = new XorCsrfTokenRequestAttributeHandler();
        return new CsrfTokenRequestHandler() {
            @Override
            public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
                written.handle(request, response, token);
            }

            @Override
            public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken expected) {
                String sent = written.resolveCsrfTokenValue(request, expected);
                HttpSession session = request.getSession(false);
                return sent != null && session != null && secrets.proves(sent, PURPOSE, session.getId())
                        ? expected.getToken() : sent;
            }
        };
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
