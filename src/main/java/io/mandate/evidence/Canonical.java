package io.mandate.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON as it is hashed and signed: the JSON Canonicalization Scheme (RFC 8785). Only texts, whole numbers that fit a double
 * exactly, yes and no, lists and maps are used, so that no rule about fractions matters.
 */
public final class Canonical {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Canonical() {}

    /** The one way to write this. */
    public static String json(Map<String, ?> value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalArgumentException("No JSON: " + value.keySet(), impossible);
        }
    }

    /** What is written there. Throws {@link IllegalArgumentException} where that is no JSON object. */
    public static Map<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, OBJECT);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("No JSON object", damaged);
        }
    }
}
