package io.mandate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the fields of a question and says, in the standard's words, which is missing or of the wrong type. */
final class Fields {

    private Fields() {}

    static void requireObject(JsonNode node, String what) {
        if (!node.isObject()) {
            throw new MalformedEvaluationException(what + " is not a JSON object.");
        }
    }

    static JsonNode object(JsonNode parent, String name) {
        JsonNode object = parent.path(name);
        if (object.isMissingNode()) {
            throw new MalformedEvaluationException("\"" + name + "\" is missing.");
        }
        requireObject(object, "\"" + name + "\"");
        return object;
    }

    /** An object that may be left out. Null counts as left out: RFC 7493 discourages it, and many clients send it. */
    static Optional<JsonNode> optionalObject(JsonNode parent, String path, String name) {
        JsonNode object = parent.path(name);
        if (object.isMissingNode() || object.isNull()) {
            return Optional.empty();
        }
        requireObject(object, "\"" + (path.isEmpty() ? name : path + "." + name) + "\"");
        return Optional.of(object);
    }

    static String text(JsonNode parent, String path, String name) {
        JsonNode text = parent.path(name);
        if (!text.isTextual()) {
            throw new MalformedEvaluationException(
                    "\"" + path + "." + name + "\" is " + (text.isMissingNode() ? "missing." : "not a string."));
        }
        return text.textValue();
    }
}
