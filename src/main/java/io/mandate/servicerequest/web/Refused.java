package io.mandate.servicerequest.web;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.servicerequest.TooLateException;
import io.mandate.web.Persistently;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;

/**
 * Why what a person sent with a form was not accepted.
 *
 * @param status with which the page comes back
 * @param late why it came too late, as a part of a message key; empty where it did not
 */
public record Refused(HttpStatus status, List<FieldProblem> problems, String late) {

    /** It was accepted. */
    public static final Refused NOT = new Refused(HttpStatus.OK, List.of(), "");

    /** Does what was sent, again where something else was in the way at the same moment, and gives why that was refused, or {@link #NOT}. */
    public static Refused attempt(Runnable act) {
        try {
            Persistently.run(act);
            return NOT;
        } catch (InvalidInputException invalid) {
            return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, invalid.problems(), "");
        } catch (TooLateException late) {
            return new Refused(HttpStatus.CONFLICT, List.of(), late.present().name());
        } catch (ConcurrencyFailureException busy) {
            return new Refused(HttpStatus.CONFLICT, List.of(), "BUSY");
        }
    }

    /** By which a thing that is sent twice is known; a new one where the form brings none. */
    public static UUID key(Map<String, String> typed) {
        try {
            return UUID.fromString(typed.getOrDefault("key", ""));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
