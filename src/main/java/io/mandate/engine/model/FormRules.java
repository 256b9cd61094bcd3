package io.mandate.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on forms: what Tasklist shows is made of fields and texts, nothing that loads or runs something. */
final class FormRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHEMA = 16;
    private static final Set<String> COMPONENTS = Set.of(
            "default", "group", "text", "textfield", "textarea", "number", "checkbox", "radio", "select", "datetime", "separator",
            "spacer");

    private FormRules() {}

    static List<String> problems(String name, byte[] content) {
        List<String> problems = new ArrayList<>();
        JsonNode form = read(content);
        if (!name.equals(form.path("id").asText())) {
            problems.add("the form is called " + form.path("id").asText() + ", not as its file");
        }
        if (form.path("schemaVersion").asInt() != SCHEMA) {
            problems.add("Tasklist shows forms of the schema version " + SCHEMA);
        }
        component(form, new HashSet<>(), problems);
        return problems;
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException notJson) {
            throw new UnreadableModelException("it is no JSON");
        }
    }

    private static void component(JsonNode component, Set<String> keys, List<String> problems) {
        String type = component.path("type").asText();
        if (!COMPONENTS.contains(type)) {
            problems.add("a form may hold no \"" + type + "\"");
        }
        if (component.hasNonNull("key")) {
            String key = component.get("key").asText();
            if (!key.matches("[A-Za-z]\\w*")) {
                problems.add("\"" + key + "\" cannot be the key of a field");
            } else if (!keys.add(key)) {
                problems.add("the key \"" + key + "\" stands there twice");
            }
        }
        component.path("components").forEach(part -> component(part, keys, problems));
    }
}
