package io.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Links to the present page with one thing changed: another language, another sorting, the next page. */
public final class QueryLinks {

    private QueryLinks() {}

    /** The present page's query with that parameter set, all others as they are; begins with a question mark. */
    public static String with(HttpServletRequest request, String name, Object value) {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var others = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="));
        var changed = name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return Stream.concat(others, Stream.of(changed)).collect(Collectors.joining("&", "?", ""));
    }

    /** A query of these parameters, of which those with an empty value are left out; begins with a question mark. */
    public static String of(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .filter(pair -> !namesAndValues[2 * pair + 1].isEmpty())
                .mapToObj(pair -> namesAndValues[2 * pair] + "="
                        + URLEncoder.encode(namesAndValues[2 * pair + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
