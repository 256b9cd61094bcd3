package io.mandate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * Several questions in one request (AuthZEN 1.0, section 7), in their order.
 *
 * @param semantic how far they are answered
 */
public record Evaluations(List<Item> items, Semantic semantic) {

    /** The most questions that one request may hold. */
    public static final int MOST = 100;

    /** A question, or what is wrong with it. */
    public sealed interface Item permits Evaluation, Malformed {}

    /** A question that cannot be read; it spoils no other. */
    record Malformed(String message) implements Item {}

    /** Whether the request holds several questions; else it is to be read as one (section 7.1). */
    public static boolean areIn(JsonNode request) {
        JsonNode evaluations = request.path("evaluations");
        return !evaluations.isMissingNode() && !evaluations.isNull() && !(evaluations.isArray() && evaluations.isEmpty());
    }

    /**
     * Reads a request for several evaluations. What its items leave out is taken, as a whole, from the top level
     * (section 7.1.1).
     *
     * @throws MalformedEvaluationException where the request itself is wrong; a wrong item does not throw
     */
    public static Evaluations of(JsonNode request) {
        Fields.requireObject(request, "The request");
        JsonNode evaluations = request.path("evaluations");
        if (!evaluations.isArray()) {
            throw new MalformedEvaluationException("\"evaluations\" is not an array.");
        }
        if (evaluations.size() > MOST) {
            throw new MalformedEvaluationException("\"evaluations\" holds %d questions; at most %d are answered at once."
                    .formatted(evaluations.size(), MOST));
        }
        ObjectNode defaults = defaults(request);
        Semantic semantic = Fields.optionalObject(request, "", "options").map(Semantic::of).orElse(Semantic.EXECUTE_ALL);
        return new Evaluations(
                StreamSupport.stream(evaluations.spliterator(), false).map(item -> item(item, defaults)).toList(), semantic);
    }

    private static ObjectNode defaults(JsonNode request) {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        keep(defaults, request, "subject", Evaluation.Subject::of);
        keep(defaults, request, "action", Evaluation::action);
        keep(defaults, request, "resource", Evaluation.Resource::of);
        keep(defaults, request, "context", context -> {});
        return defaults;
    }

    private static void keep(ObjectNode defaults, JsonNode request, String name, Consumer<JsonNode> check) {
        Fields.optionalObject(request, "", name).ifPresent(value -> {
            check.accept(value);
            defaults.set(name, value);
        });
    }

    private static Item item(JsonNode item, ObjectNode defaults) {
        try {
            Fields.requireObject(item, "The evaluation");
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.setAll(defaults);
            whole.setAll((ObjectNode) item);
            return Evaluation.of(whole);
        } catch (MalformedEvaluationException wrong) {
            return new Malformed(wrong.getMessage());
        }
    }
}
