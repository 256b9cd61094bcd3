package io.mandate.rights;

import jakarta.servlet.Filter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ReflectionUtils;

/** What filters of Spring Security answer themselves, such as signing in and out: the addresses that they look out for. */
final class FilterOperations {

    /** They only look at requests on the way to somebody else. */
    private static final Set<String> PASSING = Set.of(
            "AuthorizationFilter", "CsrfFilter", "HeaderWriterFilter", "ExceptionTranslationFilter", "RequestCacheAwareFilter",
            "AnonymousAuthenticationFilter", "SecurityContextHolderFilter", "SessionManagementFilter", "BasicAuthenticationFilter",
            "BearerTokenAuthenticationFilter");
    private static final Pattern PATH = Pattern.compile("(?:PathPattern \\[(?:[A-Z]+ )?|Ant \\[pattern=')(/[^\\]',]*)");
    private static final Pattern METHOD = Pattern.compile("\\b(GET|POST|PUT|DELETE)\\b");

    private FilterOperations() {}

    static Stream<Operation> of(ApplicationContext beans) {
        return beans.getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream()
                        .filter(filter -> !PASSING.contains(filter.getClass().getSimpleName()))
                        .flatMap(FilterOperations::of)
                        .filter(operation -> reaches(chain, operation)))
                .distinct();
    }

    /** A filter of a chain that is for other addresses never sees its own. */
    private static boolean reaches(SecurityFilterChain chain, Operation operation) {
        MockHttpServletRequest request = new MockHttpServletRequest(operation.method(), operation.address());
        request.setServletPath(operation.address());
        return chain.matches(request);
    }

    private static Stream<Operation> of(Filter filter) {
        return fields(filter).flatMap(FilterOperations::matchers).map(FilterOperations::operation);
    }

    private static Operation operation(String matcher) {
        Matcher path = PATH.matcher(matcher);
        Matcher method = METHOD.matcher(matcher);
        if (!path.find()) {
            throw new AssertionError("Unreadable: " + matcher);
        }
        return Operation.of(method.find() ? method.group() : "GET", path.group(1), "");
    }

    /** Those of a path, in words. */
    private static Stream<String> matchers(Object held) {
        if (held instanceof PathPatternRequestMatcher || held.getClass().getSimpleName().equals("AntPathRequestMatcher")) {
            return Stream.of(held.toString());
        }
        if (held instanceof Collection<?> several) {
            return several.stream().flatMap(FilterOperations::matchers);
        }
        return held instanceof RequestMatcher composed ? fields(composed).flatMap(FilterOperations::matchers) : Stream.of();
    }

    private static Stream<Object> fields(Object owner) {
        Stream.Builder<Object> values = Stream.builder();
        ReflectionUtils.doWithFields(owner.getClass(), field -> values.add(value(field, owner)),
                field -> !Modifier.isStatic(field.getModifiers())
                        && (RequestMatcher.class.isAssignableFrom(field.getType()) || Collection.class.isAssignableFrom(field.getType())));
        return values.build().filter(value -> value != null);
    }

    private static Object value(Field field, Object owner) {
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, owner);
    }
}
