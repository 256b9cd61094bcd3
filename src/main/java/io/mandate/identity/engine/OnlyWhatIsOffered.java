package io.mandate.identity.engine;

import io.mandate.identity.Groups;
import io.mandate.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Answers for a task or a filter that is not offered to who asks exactly as for one that does not exist. The engine would say
 * of the one that it is forbidden, of the other that there is none. Both take the same statements: whether somebody has a
 * right to an id is looked up by the id alone, and nothing else is read.
 */
class OnlyWhatIsOffered extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String API = "/camunda/api/engine/engine/default";
    private static final Pattern TASK = Pattern.compile(API + "/task/([^/]+)(?:/.*)?");
    private static final Pattern FILTER = Pattern.compile(API + "/filter/([^/]+)(?:/.*)?");
    /** What stands where an id could, and is none. */
    private static final List<String> WORDS = List.of("count", "create", "report");

    private final transient AuthorizationService rights;

    OnlyWhatIsOffered(AuthorizationService rights) {
        this.rights = rights;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (isOpen(TASK.matcher(path), Resources.TASK) && isOpen(FILTER.matcher(path), Resources.FILTER)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isOpen(Matcher path, Resource resource) {
        return !path.matches()
                || WORDS.contains(path.group(1))
                || SignedIn.find().filter(person -> reads(person, resource, path.group(1))).isPresent();
    }

    private boolean reads(SignedIn person, Resource resource, String id) {
        return rights.isUserAuthorized(
                person.username(), List.copyOf(Groups.of(person)), Permissions.READ, resource, id);
    }
}
