package io.mandate.decision.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.decision.MalformedEvaluationException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The JSON that a service sends: of bounded size and depth, and unambiguous (RFC 7493). */
final class QuestionBody {

    /** In bytes. */
    static final int MOST = 256 * 1024;

    private static final int DEEPEST = 100;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private QuestionBody() {}

    /**
     * Reads the body as one JSON value.
     *
     * @throws MalformedEvaluationException where it is not sent as JSON, or is none
     * @throws TooLargeException where it is larger than {@link #MOST}
     */
    static JsonNode of(HttpServletRequest request) throws IOException {
        if (!isJson(request.getContentType())) {
            throw new MalformedEvaluationException("The content type is not application/json.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new TooLargeException();
        }
        try {
            JsonNode json = JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            if (json.isMissingNode()) {
                throw new MalformedEvaluationException("The body is empty.");
            }
            return json;
        } catch (CharacterCodingException wrong) {
            throw new MalformedEvaluationException("The body is not UTF-8.");
        } catch (StreamConstraintsException wrong) {
            throw new MalformedEvaluationException("The body is nested too deeply, or holds an over-long number or name.");
        } catch (JsonProcessingException wrong) {
            throw new MalformedEvaluationException("The body is not valid JSON (line %d, column %d)."
                    .formatted(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr()));
        }
    }

    private static boolean isJson(String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    /** More was sent than is read. */
    static final class TooLargeException extends RuntimeException {}
}
