package io.mandate.rights;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Hears what the security filters of the running service decide about each request that carries a number of its own. */
final class Decisions implements AuthorizationEventPublisher {

    static final String HEADER = "X-Rights-Test";

    private final Map<String, Boolean> decisions = new ConcurrentHashMap<>();

    /** Listens to every chain of the service. */
    static Decisions in(ApplicationContext beans) {
        Decisions decisions = new Decisions();
        publish(beans, decisions);
        return decisions;
    }

    /** Makes them tell nobody again. */
    static void forget(ApplicationContext beans) {
        publish(beans, new Decisions());
    }

    /** Whether the request was granted; empty where a filter before answered, or something else than a decision was made. */
    Optional<Boolean> of(String number) {
        return Optional.ofNullable(decisions.get(number));
    }

    private static void publish(ApplicationContext beans, AuthorizationEventPublisher to) {
        beans.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AuthorizationFilter.class::isInstance)
                .forEach(filter -> ((AuthorizationFilter) filter).setAuthorizationEventPublisher(to));
    }

    @Override
    public <T> void publishAuthorizationEvent(Supplier<Authentication> who, T asked, AuthorizationResult result) {
        if (asked instanceof HttpServletRequest request && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader(HEADER) != null) {
            decisions.putIfAbsent(request.getHeader(HEADER), result.isGranted());
        }
    }

    @Override
    @Deprecated
    public <T> void publishAuthorizationEvent(Supplier<Authentication> who, T asked, AuthorizationDecision decision) {
        publishAuthorizationEvent(who, asked, (AuthorizationResult) decision);
    }
}
