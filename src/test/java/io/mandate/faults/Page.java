package io.mandate.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What was answered.
 *
 * @param path where it was found
 * @param location where it leads, empty where it is no redirect
 */
record Page(int status, String path, String location, Document html) {

    /** The form that is sent there: by the end of its address. */
    Optional<FormElement> form(String action) {
        return html.select("form[action$=" + action + "]").stream().map(FormElement.class::cast).findFirst();
    }

    boolean has(String css) {
        return !html.select(css).isEmpty();
    }

    /** Where the first such link leads. */
    Optional<String> link(String css) {
        return Optional.ofNullable(html.select(css).first()).map(found -> found.attr("href"));
    }

    String words() {
        return Optional.ofNullable(html.select("main").first()).map(Element::text).orElse("");
    }

    /** What a browser would send, with these fields changed or added. */
    static List<Map.Entry<String, String>> filled(FormElement form, Map<String, String> changes) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            if (!changes.containsKey(field.key())) {
                fields.add(Map.entry(field.key(), field.value()));
            }
        }
        changes.forEach((name, value) -> fields.add(Map.entry(name, value)));
        return fields;
    }

    @Override
    public String toString() {
        String words = words();
        String to = location.isEmpty() ? "" : " leading to " + location;
        return status + " at " + path + to + ": " + words.substring(0, Math.min(300, words.length()));
    }
}
