package io.mandate.engine;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Turns what Mandate refuses inside a step into a sentence for the person in Tasklist, whose forms are in English. */
@Component
class FormRefusals {

    private static final Pattern OF_SERVICE = Pattern.compile("services\\[(.+)].*");
    private static final String OURS = "io.mandate.";

    private final MessageSource messages;

    FormRefusals(MessageSource messages) {
        this.messages = messages;
    }

    /** The refusal that lies under a failure of the engine, in words; any other failure stays as it is. */
    RuntimeException readable(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> refusal(cause).stream())
                .findFirst()
                .orElse(failure);
    }

    private Optional<RuntimeException> refusal(Throwable cause) {
        if (cause instanceof FormRefusedException refused) {
            return Optional.of(refused);
        }
        if (cause instanceof InvalidInputException invalid) {
            String sentences = invalid.problems().stream().map(this::sentence).distinct().collect(Collectors.joining(". "));
            return Optional.of(new FormRefusedException(sentences, invalid));
        }
        if (cause instanceof AccessDeniedException denied) {
            return Optional.of(new AuthorizationException(denied.getMessage()));
        }
        return cause instanceof RuntimeException refused && cause.getClass().getName().startsWith(OURS)
                ? Optional.of(new FormRefusedException(refused.getMessage(), refused))
                : Optional.empty();
    }

    /** In a list of problems it has to be clear which service is meant. */
    private String sentence(FieldProblem problem) {
        String words = messages.getMessage(
                problem.code(), problem.arguments().toArray(), problem.field() + ": " + problem.code(), Locale.ENGLISH);
        Matcher ofService = OF_SERVICE.matcher(problem.field());
        return ofService.matches() ? ofService.group(1) + ": " + words : words;
    }
}
