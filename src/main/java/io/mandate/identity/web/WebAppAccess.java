package io.mandate.identity.web;

import io.mandate.identity.Role;
import io.mandate.identity.SignedIn;
import io.mandate.identity.TasklistProperties;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Who may do what in the engine's web apps. Process owners use all of them. Partners, support, and customers where they
 * are admitted, use Tasklist: its pages, the reads that it needs, and claiming, submitting and starting with a form; every
 * other address of the engine's REST API is refused, whatever the engine itself would allow.
 */
@Component
class WebAppAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String API = "/camunda/api";
    private static final String ENGINE = API + "/engine/engine/default";

    /** Nobody's: CVE-2026-77226, a second sign-in with engine passwords, and code that did not come with a release. */
    private static final RequestMatcher CLOSED = any(
            on(null, API + "/admin/setup/**"),
            on(null, "/camunda/app/admin/{engine}/setup/**"),
            on(null, API + "/admin/auth/user/{engine}/login/**"),
            on(HttpMethod.POST, ENGINE + "/deployment/create"));

    private static final RequestMatcher TASKLIST = any(
            on(HttpMethod.GET, "/camunda/app/tasklist/**"),
            on(HttpMethod.GET, "/camunda/lib/**"),
            on(HttpMethod.GET, "/camunda/assets/**"),
            on(HttpMethod.GET, "/camunda/favicon.ico"),
            on(HttpMethod.GET, API + "/tasklist/plugin/{plugin}/static/**"),
            on(HttpMethod.GET, API + "/admin/auth/user/default"),
            on(HttpMethod.GET, API + "/engine/engine/"),
            on(HttpMethod.GET, ENGINE + "/user/{id}/profile"),
            on(HttpMethod.GET, ENGINE + "/filter/**"),
            on(HttpMethod.OPTIONS, ENGINE + "/filter/**"),
            on(HttpMethod.POST, ENGINE + "/filter/{id}/{read:list|count}"),
            on(HttpMethod.GET, ENGINE + "/task"),
            on(HttpMethod.POST, ENGINE + "/task"),
            on(HttpMethod.POST, ENGINE + "/task/count"),
            on(HttpMethod.GET, ENGINE + "/task/{id}"),
            on(HttpMethod.GET, ENGINE + "/task/{id}/{read:form|deployed-form|form-variables|identity-links|comment}"),
            on(HttpMethod.POST, ENGINE + "/task/{id}/{work:claim|unclaim|submit-form}"),
            on(HttpMethod.GET, ENGINE + "/process-definition"),
            on(HttpMethod.GET, ENGINE + "/process-definition/count"),
            on(HttpMethod.GET, ENGINE + "/process-definition/{id}/{read:startForm|deployed-start-form|form-variables|xml}"),
            on(HttpMethod.POST, ENGINE + "/process-definition/{id}/submit-form"),
            on(HttpMethod.POST, ENGINE + "/process-definition/key/invitation/submit-form"),
            on(HttpMethod.GET, ENGINE + "/history/user-operation/**"));

    private final TasklistProperties tasklist;

    WebAppAccess(TasklistProperties tasklist) {
        this.tasklist = tasklist;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(SignedIn.of(who.get())
                .filter(signedIn -> !CLOSED.matches(context.getRequest()))
                .filter(signedIn -> signedIn.role() == Role.PROCESS_OWNER
                        || (admits(signedIn) && TASKLIST.matches(context.getRequest())))
                .isPresent());
    }

    /** Whether Tasklist is open to this person. */
    boolean admits(SignedIn signedIn) {
        return switch (signedIn.role()) {
            case AUDITOR -> false;
            case CUSTOMER -> tasklist.customers() && signedIn.customerId().isPresent();
            default -> true;
        };
    }

    /** Matched by the whole path: patterns in other forms miss the web apps' own servlets. */
    private static RequestMatcher on(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher any(RequestMatcher... matchers) {
        List<RequestMatcher> all = Stream.of(matchers).toList();
        return request -> all.stream().anyMatch(matcher -> matcher.matches(request));
    }
}
