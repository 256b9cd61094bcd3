package io.mandate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who works in Tasklist of the running service, through the calls that it makes. */
public final class TasklistPerson {

    private static final String ENGINE = "/engine/engine/default";

    private final ObjectMapper json = new ObjectMapper();
    private final Visitor visitor;
    private final String username;

    public TasklistPerson(int port, String username) {
        this.visitor = Visitor.signedIn(port, username);
        this.username = username;
    }

    /** Submits the start form of the process invitation. */
    public HttpResponse<String> start(Map<String, ?> fields) {
        return visitor.rest("POST", ENGINE + "/process-definition/key/invitation/submit-form", variables(fields));
    }

    /** The names of the tasks that are shown. */
    public List<String> tasks() {
        return visitor.engine("POST", "/task", "{}").findValuesAsText("name");
    }

    /** The only task that is shown. */
    public String task() {
        JsonNode tasks = visitor.engine("POST", "/task", "{}");
        if (tasks.size() != 1) {
            throw new AssertionError("One task was to be shown, not " + tasks);
        }
        return tasks.get(0).get("id").asText();
    }

    /** What the form of a task is filled with as it opens. */
    public Map<String, Object> form(String task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        visitor.engine("GET", "/task/" + task + "/form-variables", null).fields().forEachRemaining(field ->
                fields.put(field.getKey(), json.convertValue(field.getValue().get("value"), Object.class)));
        return fields;
    }

    /** Takes the task. */
    public HttpResponse<String> claim(String task) {
        return visitor.rest("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\": \"" + username + "\"}");
    }

    /** Submits the form of a task. */
    public HttpResponse<String> complete(String task, Map<String, ?> fields) {
        return visitor.rest("POST", ENGINE + "/task/" + task + "/submit-form", variables(fields));
    }

    private String variables(Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        try {
            return json.writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
