package io.mandate.decision.web;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import com.fasterxml.jackson.databind.JsonNode;
import io.mandate.decision.Decision;
import io.mandate.decision.Decisions;
import io.mandate.decision.Evaluation;
import io.mandate.decision.Evaluations;
import io.mandate.machine.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where services ask, one question or several at a time (AuthZEN 1.0, section 10.1). */
@RestController
class AccessController {

    static final String EVALUATION = "/access/v1/evaluation";
    static final String EVALUATIONS = "/access/v1/evaluations";

    private final Decisions decisions;

    AccessController(Decisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping(EVALUATION)
    ResponseEntity<Decision> evaluation(HttpServletRequest request, Principal caller) throws IOException {
        return one(QuestionBody.of(request), caller);
    }

    @PostMapping(EVALUATIONS)
    ResponseEntity<?> evaluations(HttpServletRequest request, Principal caller) throws IOException {
        JsonNode body = QuestionBody.of(request);
        if (!Evaluations.areIn(body)) {
            return one(body, caller);
        }
        return json(new Answers(decisions.decide(Caller.of(caller), Evaluations.of(body))));
    }

    @RequestMapping(path = {EVALUATION, EVALUATIONS}, method = {GET, HEAD, OPTIONS, PUT, PATCH, DELETE})
    ResponseEntity<?> otherMethod() {
        return AccessErrors.methodNotAllowed();
    }

    /** What the standard has and Mandate does not, such as the searches. */
    @RequestMapping("/access/v1/**")
    ResponseEntity<?> otherPath() {
        return AccessErrors.notFound();
    }

    private ResponseEntity<Decision> one(JsonNode body, Principal caller) {
        return json(decisions.decide(Caller.of(caller), Evaluation.of(body)));
    }

    // The content type is fixed: the standard has no other, whatever the caller says it accepts.
    private static <T> ResponseEntity<T> json(T answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private record Answers(List<Decision> evaluations) {}
}
