package io.mandate.identity.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

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
 * Who may do what in the engine's web apps; what is listed for nobody is refused to everybody, whatever the engine itself
 * would allow. Process owners read all of them and repair what is stuck. Auditors read in Cockpit. Partners, support, and
 * customers where they are admitted, use Tasklist: its pages, the reads that it needs, and claiming, submitting and starting
 * with a form.
 */
@Component
class WebAppAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String API = "/camunda/api";
    private static final String ENGINE = API + "/engine/engine/default";
    private static final String COCKPIT = API + "/cockpit/plugin/base/default";

    /** What every web app consists of. */
    private static final RequestMatcher PARTS = any(
            on(GET, "/camunda/lib/**"),
            on(GET, "/camunda/assets/**"),
            on(GET, "/camunda/favicon.ico"),
            on(GET, API + "/admin/auth/user/default"),
            on(GET, API + "/engine/engine"),
            on(GET, API + "/engine/engine/"));

    private static final RequestMatcher TASKLIST = any(
            PARTS,
            on(GET, "/camunda/app/tasklist/**"),
            on(GET, API + "/tasklist/plugin/{plugin}/static/**"),
            on(GET, ENGINE + "/user/{id}/profile"),
            on(GET, ENGINE + "/filter/**"),
            on(OPTIONS, ENGINE + "/filter/**"),
            on(POST, ENGINE + "/filter/{id}/{read:list|count}"),
            on(GET, ENGINE + "/task"),
            on(POST, ENGINE + "/task"),
            on(POST, ENGINE + "/task/count"),
            on(GET, ENGINE + "/task/{id}"),
            on(GET, ENGINE + "/task/{id}/{read:form|deployed-form|form-variables|identity-links|comment}"),
            on(POST, ENGINE + "/task/{id}/{work:claim|unclaim|submit-form}"),
            on(GET, ENGINE + "/process-definition"),
            on(GET, ENGINE + "/process-definition/count"),
            on(GET, ENGINE + "/process-definition/{id}/{read:startForm|deployed-start-form|form-variables|xml}"),
            on(POST, ENGINE + "/process-definition/{id}/submit-form"),
            on(POST, ENGINE + "/process-definition/key/invitation/submit-form"),
            on(GET, ENGINE + "/history/user-operation/**"));

    /** Queries that are too long for an address. */
    private static final RequestMatcher QUERIES = any(
            query(ENGINE + "/{of:task|process-instance|execution|variable-instance|job|job-definition|external-task}"),
            query(ENGINE + "/{of:case-instance|case-execution|group}"),
            query(ENGINE + "/history/{of:process-instance|activity-instance|task|detail|variable-instance|case-instance}"),
            query(ENGINE + "/history/{of:job-log|external-task-log}"),
            on(POST, ENGINE + "/filter/{id}/{read:list|count|singleResult}"),
            on(POST, ENGINE + "/schema/log"),
            query(COCKPIT + "/{of:incident|process-instance}"),
            query(COCKPIT + "/process-definition/{id}/called-process-definitions"),
            query(COCKPIT + "/process-instance/{id}/called-process-instances"));

    private static final RequestMatcher AUDITING = any(
            PARTS, QUERIES,
            on(GET, "/camunda/app/cockpit/**"),
            on(GET, API + "/cockpit/**"),
            on(GET, API + "/engine/**"),
            on(OPTIONS, API + "/engine/**"));

    /**
     * Reading, working on tasks, deploying, and repairing: retries, suspending all jobs of a kind, notes on incidents, filters.
     * Deleting an instance is open for those that belong to no relationship, see {@code engine.PeopleLimits}.
     */
    private static final RequestMatcher OWNING = any(
            QUERIES,
            on(GET, "/camunda/**"),
            on(HEAD, "/camunda/**"),
            on(OPTIONS, API + "/**"),
            on(POST, ENGINE + "/task/{id}/{work:claim|unclaim|submit-form}"),
            on(POST, ENGINE + "/task/{id}/comment/create"),
            on(PUT, ENGINE + "/{of:job|job-definition}/{id}/retries"),
            on(POST, ENGINE + "/job/retries"),
            on(POST, ENGINE + "/process-instance/job-retries"),
            on(PUT, ENGINE + "/job-definition/{id}/suspended"),
            on(DELETE, ENGINE + "/process-instance/{id}"),
            on(PUT, ENGINE + "/incident/{id}/annotation"),
            on(DELETE, ENGINE + "/incident/{id}/annotation"),
            on(PUT, ENGINE + "/batch/{id}/suspended"),
            on(DELETE, ENGINE + "/batch/{id}"),
            on(POST, ENGINE + "/filter/create"),
            on(PUT, ENGINE + "/filter/{id}"),
            on(DELETE, ENGINE + "/filter/{id}"),
            // What keeps the rules of the diagrams: see engine.CheckedDeployments and engine.UsedDeployments.
            on(POST, ENGINE + "/deployment/create"),
            on(POST, ENGINE + "/deployment/{id}/redeploy"),
            on(DELETE, ENGINE + "/deployment/{id}"));

    /** CVE-2026-77226: whatever the method. */
    private static final RequestMatcher CLOSED = any(
            on(null, API + "/admin/setup/**"),
            on(null, "/camunda/app/admin/{engine}/setup/**"));

    private final TasklistProperties tasklist;

    WebAppAccess(TasklistProperties tasklist) {
        this.tasklist = tasklist;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(SignedIn.of(who.get())
                .filter(signedIn -> !CLOSED.matches(context.getRequest()))
                .filter(signedIn -> open(signedIn).matches(context.getRequest()))
                .isPresent());
    }

    private RequestMatcher open(SignedIn signedIn) {
        return switch (signedIn.role()) {
            case PROCESS_OWNER -> OWNING;
            case AUDITOR -> AUDITING;
            case PARTNER_ADMINISTRATOR, PARTNER_AGENT, SUPPORT, CUSTOMER -> admits(signedIn) ? TASKLIST : request -> false;
        };
    }

    /** Whether Tasklist is open to this person. */
    boolean admits(SignedIn signedIn) {
        return switch (signedIn.role()) {
            case AUDITOR -> false;
            case CUSTOMER -> tasklist.customers() && signedIn.customerId().isPresent();
            default -> true;
        };
    }

    /** The query itself, which Cockpit writes with a slash at the end in places, and how many it finds. */
    private static RequestMatcher query(String pattern) {
        return any(on(POST, pattern), on(POST, pattern + "/"), on(POST, pattern + "/count"));
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
