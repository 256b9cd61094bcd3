package io.mandate.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The forms of a page, as a browser reads them. */
final class Forms {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select|button)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
    private static final List<String> TEXT = List.of("text", "email", "search", "tel", "url", "date", "number");

    private Forms() {}

    /** A form: where it is sent, what it brings along, and the fields that people write into. */
    record Form(String action, Map<String, String> values, List<String> texts) {}

    static List<Form> of(String page, String address) {
        List<Form> forms = new ArrayList<>();
        Matcher found = FORM.matcher(page);
        while (found.find()) {
            Map<String, String> form = attributes(found.group(1));
            if ("post".equalsIgnoreCase(form.get("method"))) {
                forms.add(form(form.getOrDefault("action", address), found.group(2)));
            }
        }
        return forms;
    }

    private static Form form(String action, String content) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        Matcher fields = FIELD.matcher(content);
        while (fields.find()) {
            Map<String, String> field = attributes(fields.group(2));
            String type = field.getOrDefault("type", fields.group(1).equals("input") ? "text" : "");
            if (!field.containsKey("name") || type.equals("checkbox") || (type.equals("radio") && values.containsKey(field.get("name")))) {
                continue;
            }
            if (!fields.group(1).equals("button") || !values.containsKey(field.get("name"))) {
                values.put(field.get("name"), field.getOrDefault("value", ""));
            }
            if (fields.group(1).equals("textarea") || TEXT.contains(type)) {
                texts.add(field.get("name"));
            }
        }
        return new Form(action, values, texts);
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            attributes.put(found.group(1), found.group(2) == null ? "" : HtmlUtils.htmlUnescape(found.group(2)));
        }
        return attributes;
    }
}
