package io.mandate.machine.web;

import io.mandate.machine.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The access token of a request: in its one Authorization header and nowhere else, since addresses end up in logs (RFC 9700,
 * section 4.3.2). What is wrong with it is told in the words of RFC 6750, section 3.1.
 */
final class BearerToken implements BearerTokenResolver {

    private static final Pattern SCHEME = Pattern.compile("(?i)bearer( .*)?");
    private static final Pattern TOKEN = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]+=*) *");
    private static final Pattern IN_ADDRESS = Pattern.compile("(^|[&;])access_token(=|&|;|$)");

    /** The token; null, as Spring Security has it, where the request brings none. */
    @Override
    public String resolve(HttpServletRequest request) {
        if (Optional.ofNullable(request.getQueryString()).filter(query -> IN_ADDRESS.matcher(query).find()).isPresent()) {
            throw malformed("An access token belongs into the Authorization header, never into the address");
        }
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() > 1) {
            throw malformed("There is more than one Authorization header");
        }
        return headers.isEmpty() ? null : token(headers.get(0));
    }

    private static String token(String header) {
        Matcher found = TOKEN.matcher(header);
        if (found.matches()) {
            return found.group(1);
        }
        if (SCHEME.matcher(header).matches()) {
            throw malformed("The Authorization header holds no single access token");
        }
        return null;
    }

    private static OAuth2AuthenticationException malformed(String why) {
        return new OAuth2AuthenticationException(BearerTokenErrors.invalidRequest(why));
    }

    /** It does not count; why is told to who has it. */
    static OAuth2AuthenticationException invalid(String why) {
        return new OAuth2AuthenticationException(BearerTokenErrors.invalidToken(why));
    }

    /** It counts, but not for this. */
    static OAuth2AuthenticationException insufficient(String why) {
        return new OAuth2AuthenticationException(new BearerTokenError("insufficient_scope", HttpStatus.FORBIDDEN, why, null));
    }

    /** The name under which Spring Security's rules know a scope. */
    static String authority(Scope scope) {
        return "SCOPE_" + scope.name().toLowerCase(Locale.ROOT);
    }
}
