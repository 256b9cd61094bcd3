package io.mandate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One question: may this subject take this action on this resource (AuthZEN 1.0, section 5)? The question's context is
 * not kept: decisions depend on Mandate's own record and clock only.
 *
 * @param action the action's name
 */
public record Evaluation(Subject subject, String action, Resource resource) implements Evaluations.Item {

    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Who wants to act. */
    public record Subject(String type, String id) {

        static Subject of(JsonNode subject) {
            Fields.optionalObject(subject, "subject", "properties");
            return new Subject(Fields.text(subject, "subject", "type"), Fields.text(subject, "subject", "id"));
        }
    }

    /**
     * What is acted on.
     *
     * @param customer the property of that name as it was sent; empty where it is missing or no string
     */
    public record Resource(String type, String id, Optional<String> customer) {

        static Resource of(JsonNode resource) {
            Optional<String> customer = Fields.optionalObject(resource, "resource", "properties")
                    .map(properties -> properties.path("customer"))
                    .filter(JsonNode::isTextual).map(JsonNode::textValue);
            return new Resource(
                    Fields.text(resource, "resource", "type"), Fields.text(resource, "resource", "id"), customer);
        }

        /** The customer's id; empty where what was sent is none. */
        Optional<UUID> customerId() {
            return customer.filter(UUID_TEXT.asMatchPredicate()).map(UUID::fromString);
        }
    }

    /**
     * Reads a request for one evaluation (section 6.1). Fields that the standard does not know are ignored.
     *
     * @throws MalformedEvaluationException where something required is missing, or anything is of another type
     */
    public static Evaluation of(JsonNode request) {
        Fields.requireObject(request, "The request");
        Fields.optionalObject(request, "", "context");
        return new Evaluation(
                Subject.of(Fields.object(request, "subject")),
                action(Fields.object(request, "action")),
                Resource.of(Fields.object(request, "resource")));
    }

    static String action(JsonNode action) {
        Fields.optionalObject(action, "action", "properties");
        return Fields.text(action, "action", "name");
    }
}
