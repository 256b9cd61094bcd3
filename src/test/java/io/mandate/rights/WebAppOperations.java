package io.mandate.rights;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.servlet.ServletContainer;

/** What the engine's web apps answer, from the applications that are registered with the server. */
final class WebAppOperations {

    private static final int DEEPEST = 8;

    private WebAppOperations() {}

    static Stream<Operation> of(ServletContext server) {
        return server.getServletRegistrations().values().stream()
                .filter(servlet -> servlet.getClassName().equals(ServletContainer.class.getName()))
                .flatMap(servlet -> Stream.concat(pages(base(servlet)), resources(servlet)));
    }

    /** The servlets that answer something else. */
    static List<String> others(ServletContext server) {
        return server.getServletRegistrations().values().stream()
                .filter(servlet -> !servlet.getClassName().equals(ServletContainer.class.getName()))
                .map(ServletRegistration::getName).toList();
    }

    private static String base(ServletRegistration servlet) {
        return servlet.getMappings().iterator().next().replace("/*", "");
    }

    /** Each but the engine's has a page, made by a filter; that of the set-up goes with Admin. */
    private static Stream<Operation> pages(String api) {
        String app = api.replace("/api/", "/app/") + "/{engine}";
        return api.endsWith("/engine") ? Stream.of()
                : Stream.of(app, app + "/setup").filter(page -> !page.endsWith("setup") || page.contains("/admin/"))
                        .map(page -> Operation.of("GET", page, ""));
    }

    private static Stream<Operation> resources(ServletRegistration servlet) {
        return application(servlet).getClasses().stream()
                .filter(resource -> Resource.getPath(resource) != null)
                .map(resource -> Resource.from(resource, true))
                .flatMap(resource -> walk(joined(base(servlet), resource.getPath()), resource, 0));
    }

    private static Application application(ServletRegistration servlet) {
        try {
            return (Application) Class.forName(servlet.getInitParameter("jakarta.ws.rs.Application"))
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException unknown) {
            throw new AssertionError(unknown);
        }
    }

    private static Stream<Operation> walk(String path, Resource resource, int depth) {
        if (depth > DEEPEST) {
            throw new AssertionError("Deeper than expected: " + path);
        }
        Stream<Operation> own = resource.getResourceMethods().stream()
                .map(method -> Operation.of(method.getHttpMethod(), path, method.getInvocable().getHandlingMethod().getName()));
        Stream<Operation> below = resource.getChildResources().stream()
                .flatMap(child -> walk(joined(path, child.getPath()), child, depth + 1));
        return Stream.of(own, below, located(path, resource.getResourceLocator(), depth)).flatMap(all -> all);
    }

    /** What a method leads to by its type; a path of that type's own does not count there. */
    private static Stream<Operation> located(String path, ResourceMethod locator, int depth) {
        if (locator == null) {
            return Stream.of();
        }
        Class<?> type = locator.getInvocable().getRawResponseType();
        if (type == Object.class) {
            throw new AssertionError("What is below " + path + " cannot be told by its type");
        }
        return walk(path, Resource.from(type, true), depth + 1);
    }

    private static String joined(String base, String path) {
        return (base + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
