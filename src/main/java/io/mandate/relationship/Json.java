package io.mandate.relationship;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The JSON that columns hold. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<AskedPermission>> ASKED = new TypeReference<>() {};

    private static final TypeReference<List<Consent.Choice>> CHOICES = new TypeReference<>() {};

    private Json() {}

    static String of(List<?> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<AskedPermission> asked(String json) {
        return read(json, ASKED);
    }

    static List<Consent.Choice> choices(String json) {
        return read(json, CHOICES);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored value cannot be read", damaged);
        }
    }
}
