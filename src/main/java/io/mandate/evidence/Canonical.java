package io.mandate.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON as it is hashed and signed: the JSON Canonicalization Scheme (RFC 8785). Only texts, whole numbers that fit a double
 * exactly, yes and no, lists and maps are used, so that no rule about fractions matters.
 */
public final class Canonical {

    /** What is read means one thing only: no name twice, nothing behind the object. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
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
            return Optional.ofNullable(MAPPER.readValue(json, OBJECT)).orElseThrow(() -> new IllegalArgumentException("No JSON object"));
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("No JSON object", damaged);
        }
    }
}
