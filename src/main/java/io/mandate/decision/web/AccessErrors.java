package io.mandate.decision.web;

import io.mandate.Outage;
import io.mandate.decision.ForeignServiceException;
import io.mandate.decision.MalformedEvaluationException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What went wrong with a whole request. The standard wants the status, and a body that is a JSON object with a message
 * (section 10.1.2); the object is a problem detail (RFC 9457), so that the rest of it has a standard, too.
 */
@RestControllerAdvice(assignableTypes = AccessController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessErrors {

    private static final Logger LOG = LoggerFactory.getLogger(AccessErrors.class);

    @ExceptionHandler
    ResponseEntity<?> malformed(MalformedEvaluationException wrong) {
        return problem(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<?> forbidden(ForeignServiceException refused) {
        return problem(HttpStatus.FORBIDDEN, refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<?> tooLarge(QuestionBody.TooLargeException refused) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than %d bytes.".formatted(QuestionBody.MOST));
    }

    /** The caller broke off, or sent a body that cannot be read to its end. */
    @ExceptionHandler
    ResponseEntity<?> brokenOff(IOException broken) {
        return problem(HttpStatus.BAD_REQUEST, "The body ended early.");
    }

    /** Without its database Mandate knows nothing, which passes; anything else is a mistake. */
    @ExceptionHandler
    ResponseEntity<?> trouble(Exception trouble) {
        if (Outage.isIn(trouble)) {
            return problem(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.SECONDS)),
                    HttpStatus.SERVICE_UNAVAILABLE, "No decision could be made for now. Ask again in a moment.");
        }
        LOG.error("No decision could be made", trouble);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "No decision could be made.");
    }

    static ResponseEntity<?> methodNotAllowed() {
        return problem(ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.POST),
                HttpStatus.METHOD_NOT_ALLOWED, "Questions are asked with POST.");
    }

    static ResponseEntity<?> notFound() {
        return problem(HttpStatus.NOT_FOUND, "Mandate answers at %s and %s."
                .formatted(AccessController.EVALUATION, AccessController.EVALUATIONS));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String message) {
        return problem(ResponseEntity.status(status), status, message);
    }

    private static ResponseEntity<?> problem(ResponseEntity.BodyBuilder response, HttpStatus status, String message) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
        problem.setProperty("message", message);
        return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
