package io.mandate.bench.driver;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What forms of a page hold. */
final class Forms {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private Forms() {}

    static Optional<String> token(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    static String input(String page, String field) {
        Matcher found = Pattern.compile("<input[^>]* id=\"" + field + "\"[^>]* value=\"([^\"]*)\"|<input[^>]* value=\"([^\"]*)\"[^>]* id=\"" + field + "\"").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no field " + field);
        }
        return HtmlUtils.htmlUnescape(Optional.ofNullable(found.group(1)).orElse(found.group(2)));
    }

    static String area(String page, String field) {
        Matcher found = Pattern.compile("<textarea[^>]* id=\"" + field + "\"[^>]*>([^<]*)</textarea>").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no text " + field);
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
