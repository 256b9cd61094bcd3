package io.mandate.session.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.mandate.LinkProperties;
import io.mandate.Outage;
import io.mandate.edge.web.GuardedCookies;
import io.mandate.edge.web.OpenFiles;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The cookie by which a browser says which session is its own: the session's id, as the database has it, and a proof under a
 * secret that the database does not have. Whoever reads the database is in nobody's session, and ids that were made up are not
 * looked for there. Programs, and files that are the same for everybody, have no session.
 */
class SessionCookie implements CookieSerializer {

    private static final String PURPOSE = "session";
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private static final RequestMatcher NONE = new OrRequestMatcher(Stream.concat(
                    Stream.of("/access/**", "/services/**", "/.well-known/**", "/livez", "/readyz"), OpenFiles.PATHS.stream())
            .<RequestMatcher>map(withDefaults()::matcher).toList());

    /** Spring Session asks again when a request is over, and would read the session a second time for nothing. */
    private static final String ONCE = SessionCookie.class.getName() + ".read.";

    private final LinkProperties secrets;
    private final DefaultCookieSerializer cookie = new DefaultCookieSerializer();

    SessionCookie(boolean secure, LinkProperties secrets) {
        this.secrets = secrets;
        cookie.setCookieName(secure ? GuardedCookies.name("session", true) : "JSESSIONID");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        String once = ONCE + request.getDispatcherType();
        if (hasNone(request) || request.getAttribute(once) != null) {
            return List.of();
        }
        request.setAttribute(once, true);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // The page about a file that is not there has the session of who reads it, though the file had none.
            request.removeAttribute(SessionRepositoryFilter.INVALID_SESSION_ID_ATTR);
        }
        return cookie.readCookieValues(request).stream().flatMap(this::id).toList();
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (!hasNone(value.getRequest())) {
            String id = value.getCookieValue();
            String proven = id.isEmpty() ? "" : id + "." + secrets.proofs(PURPOSE, id).get(0);
            cookie.writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), proven));
        }
    }

    /** The page that says that the database cannot be reached does without; it would not be shown otherwise. */
    private static boolean hasNone(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return Outage.isIn((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        try {
            return NONE.matches(request);
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }

    private Stream<String> id(String value) {
        Matcher parts = FORM.matcher(value);
        return parts.matches() && secrets.proves(parts.group(2), PURPOSE, parts.group(1)) ? Stream.of(parts.group(1)) : Stream.empty();
    }
}
