package io.mandate.relationship;

import java.util.List;
import java.util.stream.Collectors;

/** What a person filled in cannot be accepted; nothing was stored. */
public class InvalidInputException extends RuntimeException {

    private final List<FieldProblem> problems;

    public InvalidInputException(List<FieldProblem> problems) {
        super(problems.stream()
                .map(problem -> problem.field() + ": " + problem.code() + problem.arguments())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(FieldProblem problem) {
        this(List.of(problem));
    }

    /** Throws where anything is wrong. */
    public static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Everything that is wrong, at least one thing. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
