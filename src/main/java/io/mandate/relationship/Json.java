package io.mandate.relationship;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The JSON that columns hold. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<AskedPermission>> ASKED = new TypeReference<>() {};

    private Json() {}

    static String of(List<AskedPermission> asked) {
        try {
            return MAPPER.writeValueAsString(asked);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<AskedPermission> asked(String json) {
        try {
            return MAPPER.readValue(json, ASKED);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Stored request cannot be read", damaged);
        }
    }
}
