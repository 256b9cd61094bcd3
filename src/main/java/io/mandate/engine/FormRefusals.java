package io.mandate.engine;

import io.mandate.MandateProperties;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.OpenRequestException;
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

    private final MandateProperties mandate;
    private final MessageSource messages;

    FormRefusals(MandateProperties mandate, MessageSource messages) {
        this.mandate = mandate;
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
        if (cause instanceof AccessDeniedException denied) {
            return Optional.of(new AuthorizationException(denied.getMessage()));
        }
        return cause instanceof RuntimeException refused && cause.getClass().getName().startsWith(OURS)
                ? Optional.of(new FormRefusedException(sentence(refused), refused))
                : Optional.empty();
    }

    private String sentence(RuntimeException refused) {
        if (refused instanceof InvalidInputException invalid) {
            return invalid.problems().stream().map(this::sentence).distinct().collect(Collectors.joining(". "));
        }
        if (refused instanceof OpenRequestException open) {
            return "You already ask this customer for the same: see " + mandate.url("/requests/" + open.open())
                    + ". Wait for its answer, or withdraw it first";
        }
        if (refused instanceof HolderChangedException changed) {
            return named(changed.service()) + ": another partner holds it by now than this form shows. Nothing was changed."
                    + " Give the task back, claim it again, and look who holds it";
        }
        return refused.getMessage();
    }

    /** In a list of problems it has to be clear which field is meant. */
    private String sentence(FieldProblem problem) {
        Object[] arguments = problem.arguments().toArray();
        String words = messages.getMessage(problem.code() + "." + problem.field(), arguments, null, Locale.ENGLISH);
        if (words == null) {
            words = messages.getMessage(problem.code(), arguments, problem.code(), Locale.ENGLISH);
        }
        Matcher ofService = OF_SERVICE.matcher(problem.field());
        return named(ofService.matches() ? ofService.group(1) : problem.field()) + ": " + words;
    }

    /** "withoutPermission" reads "Without permission", "mail" reads "Mail". */
    private static String named(String field) {
        String words = field.replaceAll("([A-Z])", " $1").replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
