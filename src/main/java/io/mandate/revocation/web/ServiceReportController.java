package io.mandate.revocation.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.mandate.machine.Caller;
import io.mandate.relationship.PermissionChangedException;
import io.mandate.revocation.OtherReportException;
import io.mandate.revocation.ServiceReport;
import io.mandate.revocation.ServiceReports;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a service reports that a permission was removed or given to somebody else in its own portal. */
@RestController
class ServiceReportController {

    private static final int LONGEST = 100;
    private static final Set<String> KINDS = Set.of("removed", "reassigned");
    private static final int TRIES = 3;

    private final ServiceReports reports;

    ServiceReportController(ServiceReports reports) {
        this.reports = reports;
    }

    @PostMapping(path = "/services/v1/removals", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> removal(@RequestBody JsonNode body, Principal who) {
        Caller caller = Caller.of(who);
        ServiceReport report = read(body);
        if (!caller.speaksFor(report.service())) {
            throw new Refused(HttpStatus.FORBIDDEN, "This service account may not report removals of this service.");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        Optional<UUID> revocation = take(caller.name(), report);
        answer.put("result", revocation.isPresent() ? "removed" : "not-held");
        revocation.ifPresent(id -> answer.put("revocation", id));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    /** What happens at the same moment may be in the way once, and is not the service's business. */
    private Optional<UUID> take(String caller, ServiceReport report) {
        for (int left = TRIES; ; left--) {
            try {
                return reports.take(caller, report);
            } catch (PermissionChangedException | ConcurrencyFailureException meanwhile) {
                if (left == 1) {
                    throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "The permission is being changed. Please report it again.");
                }
            }
        }
    }

    private static ServiceReport read(JsonNode body) {
        if (!body.isObject()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not a JSON object.");
        }
        String kind = text(body, "kind");
        if (!KINDS.contains(kind)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "\"kind\" is neither \"removed\" nor \"reassigned\".");
        }
        return new ServiceReport(text(body, "id"), customer(text(body, "customer")), text(body, "service"),
                text(body, "partner"), kind.equals("reassigned"));
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > LONGEST) {
            throw new Refused(HttpStatus.BAD_REQUEST, value.isMissingNode()
                    ? "\"" + field + "\" is missing."
                    : "\"" + field + "\" is no string of 1 to " + LONGEST + " characters.");
        }
        if (value.textValue().chars().anyMatch(Character::isISOControl)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "\"" + field + "\" has control characters.");
        }
        return value.textValue();
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new Refused(HttpStatus.BAD_REQUEST, "\"customer\" is no customer's id.");
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return problem(refused.status, refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(OtherReportException other) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "Another report with this id was taken before; nothing was changed.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return problem(HttpStatus.BAD_REQUEST, "The body is not valid JSON.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** A report that cannot be taken. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        Refused(HttpStatus status, String message) {
            super(message);
            this.status = status;
        }
    }
}
