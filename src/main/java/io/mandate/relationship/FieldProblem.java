package io.mandate.relationship;

import java.util.List;

/**
 * One thing wrong with what a person filled in.
 *
 * @param field the field's name, as pages and forms have it
 * @param code key of the sentence in the message files that says what to do
 * @param arguments what that sentence names
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

    public FieldProblem(String field, String code, Object... arguments) {
        this(field, code, List.of(arguments));
    }

    /** That a text has more characters than its field takes; empty where it has not. */
    public static List<FieldProblem> tooLong(String field, String text, int most) {
        return text.length() <= most ? List.of() : List.of(new FieldProblem(field, "problem.long", most, text.length()));
    }
}
