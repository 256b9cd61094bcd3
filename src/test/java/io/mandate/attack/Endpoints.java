package io.mandate.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that the running service has mapped, as requests that reach it. */
final class Endpoints {

    static final String NOBODYS = "00000000-0000-0000-0000-00000000dead";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Endpoints() {}

    record Endpoint(String method, String path) {

        boolean changes() {
            return !SAFE.contains(method);
        }
    }

    /** Each method and path, with ids that lead to nothing. */
    static List<Endpoint> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> methods(info).map(method -> new Endpoint(method, path(pattern)))))
                .distinct()
                .sorted((a, b) -> (a.path() + a.method()).compareTo(b.path() + b.method()))
                .toList();
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream();
    }

    /** Variables may have braces within their own. */
    static String path(String pattern) {
        List<String> variables = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', from)) {
            int depth = 1;
            int end = at + 1;
            for (; depth > 0; end++) {
                depth += pattern.charAt(end) == '{' ? 1 : pattern.charAt(end) == '}' ? -1 : 0;
            }
            variables.add(pattern.substring(at + 1, end - 1));
            path.append(pattern, from, at).append(value(pattern.substring(at + 1, end - 1)));
            from = end;
        }
        return path.append(pattern.substring(from)).toString().replace("/**", "/anything");
    }

    private static String value(String variable) {
        if (variable.contains("\\d")) {
            return "1";
        }
        if (variable.contains("[a-z0-9-]")) {
            return "mail";
        }
        return variable.startsWith("token") ? "a-token" : NOBODYS;
    }
}
