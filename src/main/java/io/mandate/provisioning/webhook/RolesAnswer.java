package io.mandate.provisioning.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a service answers to a question: {@code {"roles": […]}}, within the limits that the record and mails have. */
final class RolesAnswer {

    static final String EXPECTED = "did not answer with the JSON {\"roles\": […]} of up to 12 role ids";

    private static final int MOST = 12;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private RolesAnswer() {}

    /** The ids of roles; nothing where the answer is none. */
    static Optional<Set<String>> read(ObjectMapper json, String answer) {
        try {
            JsonNode roles = json.readTree(answer).path("roles");
            Set<String> found = new TreeSet<>();
            for (JsonNode role : roles) {
                if (!role.isTextual() || !ID.matcher(role.textValue()).matches()) {
                    return Optional.empty();
                }
                found.add(role.textValue());
            }
            return roles.isArray() && found.size() <= MOST ? Optional.of(found) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
