package io.mandate.rights;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything that the running service answers. */
final class Operations {

    private static final List<String> ANY = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private Operations() {}

    /** Each once, in order of method and path. */
    static Collection<Operation> all(ApplicationContext beans, ServletContext server) {
        TreeMap<String, Operation> all = new TreeMap<>();
        Stream.of(pages(beans), urls(beans), files(), FilterOperations.of(beans), WebAppOperations.of(server))
                .flatMap(some -> some)
                .forEach(operation -> all.putIfAbsent(operation.toString(), operation));
        return all.values();
    }

    /** Whatever else answers, of which this class knows nothing. */
    static List<String> unknown(ApplicationContext beans, ServletContext server) {
        Stream<String> servlets = WebAppOperations.others(server).stream()
                .filter(name -> !Set.of("dispatcherServlet", "default").contains(name));
        Stream<String> routes = beans.getBeansOfType(RouterFunctionMapping.class).values().stream()
                .filter(mapping -> mapping.getRouterFunction() != null).map(Object::toString);
        return Stream.concat(servlets, routes).toList();
    }

    static Stream<Operation> pages(ApplicationContext beans) {
        return beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> of(entry.getKey(), entry.getValue().getMethod().getName()));
    }

    private static Stream<Operation> of(RequestMappingInfo mapping, String handler) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        Collection<String> methods = named.isEmpty() ? ANY : named.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> Operation.of(method, path, handler)));
    }

    /** Files, and pages without a controller. */
    private static Stream<Operation> urls(ApplicationContext beans) {
        return beans.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> Stream.concat(mapping.getHandlerMap().keySet().stream(),
                        mapping.getPathPatternHandlerMap().keySet().stream().map(Object::toString)))
                .map(path -> Operation.of("GET", path, ""));
    }

    private static Stream<Operation> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*.*"))
                    .map(file -> Operation.of("GET", "/" + file.getFilename(), ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
