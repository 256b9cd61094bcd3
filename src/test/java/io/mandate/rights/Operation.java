package io.mandate.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that can be called.
 *
 * @param method the HTTP method
 * @param segments of the path: words, variables such as {@code {id:[0-9]+}}, and at the end {@code **} for any rest
 * @param handler the name of the method in Java that answers, empty where that is no method of a resource
 */
record Operation(String method, List<String> segments, String handler) {

    private static final Set<String> ENGINE = Set.of("engine", "name", "processEngineName", "engineName");
    private static final List<String> NOBODYS =
            List.of("00000000-0000-4000-8000-00000000f00d", "999999", "nothing", "n".repeat(43), "lock", "done");

    static Operation of(String method, String path, String handler) {
        return new Operation(method, split(path), handler);
    }

    /** The segments without the expressions that say what a variable may be. */
    List<String> plain() {
        return segments.stream().map(Operation::plain).toList();
    }

    /** The path in words. */
    String path() {
        return "/" + String.join("/", plain());
    }

    /** An address that it answers, with ids that nothing has. */
    String address() {
        String address = segments.stream().map(Operation::value).collect(Collectors.joining("/", "/", ""));
        // The web apps lead to their pages from the same address without the slash.
        return address.startsWith("/camunda/app/") && !address.endsWith("x-y") ? address + "/"
                // Of the files of a plugin only those that it has are answered.
                : address.replace("/static/x-y", "/static/app/plugin.js");
    }

    boolean reads() {
        return Set.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    /** As the table writes it. */
    @Override
    public String toString() {
        return method + " " + path();
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    static String name(String variable) {
        return inside(variable).split(":", 2)[0].strip();
    }

    /** What follows on a variable in its segment, such as {@code .json}. */
    static String suffix(String variable) {
        return variable.substring(variable.lastIndexOf('}') + 1);
    }

    private static String inside(String variable) {
        return variable.substring(1, variable.lastIndexOf('}'));
    }

    private static String plain(String segment) {
        return !isVariable(segment) ? segment : isOpenEnded(segment) ? "**" : "{" + name(segment) + "}" + suffix(segment);
    }

    private static boolean isOpenEnded(String variable) {
        return List.of(".*", ".+").contains(expression(variable));
    }

    private static String expression(String variable) {
        String[] parts = inside(variable).split(":", 2);
        return parts.length == 1 ? "" : parts[1].strip();
    }

    private static String value(String segment) {
        if (segment.equals("**") || isVariable(segment) && isOpenEnded(segment)) {
            return "x-y";
        }
        if (!isVariable(segment)) {
            return segment;
        }
        if (ENGINE.contains(name(segment))) {
            return "default";
        }
        String expression = expression(segment);
        return NOBODYS.stream().filter(one -> expression.isEmpty() || one.matches(expression)).findFirst()
                .map(one -> one + suffix(segment))
                .orElseThrow(() -> new AssertionError("No value for " + segment));
    }

    /** An expression may hold slashes and braces of its own. */
    private static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int depth = 0;
        for (char sign : (path + "/").toCharArray()) {
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (sign == '/' && depth == 0) {
                Stream.of(current.toString()).filter(one -> !one.isEmpty()).forEach(segments::add);
                current.setLength(0);
            } else {
                current.append(sign);
            }
        }
        return segments;
    }
}
