package io.mandate.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression of a diagram, such as {@code ${answer == 'approved'}} or {@code ${grantTellBothSides}}. */
public record Expression(String text) {

    private static final Pattern ANY = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern BEGIN = Pattern.compile("[$#]\\{");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.\\w+\\((?:execution)?\\)");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Set<String> NOT_A_VARIABLE =
            Set.of("and", "or", "not", "empty", "true", "false", "null", "eq", "ne", "lt", "gt", "le", "ge");

    private static final String WORD = "[A-Za-z_]\\w*";
    private static final String TERM = "(?:!|not |empty )?" + WORD + "(?: ?(?:==|!=|<=?|>=?|eq|ne|lt|gt|le|ge) ?"
            + "(?:'[^'\\\\]*'|\"[^\"\\\\]*\"|-?\\d+|true|false|null))?";

    /** A bean or a variable, what a bean says about the execution, the business key, or a comparison of variables. */
    private static final Pattern ALLOWED = Pattern.compile(
            TERM + "(?: ?(?:&&|\\|\\||and|or) ?" + TERM + ")*|" + CALL.pattern() + "|execution\\.processBusinessKey");

    /** The expressions in a text. */
    static Stream<Expression> allIn(String text) {
        return ANY.matcher(text).results().map(found -> new Expression(found.group(1).strip()));
    }

    /** Whether a text holds no expression, or is one of an allowed form and nothing else. */
    public static boolean isAllowed(String text) {
        return !BEGIN.matcher(text).find() || of(text).filter(Expression::isAllowed).isPresent();
    }

    /** The expression that is all of a text, if it is one. */
    static Optional<Expression> of(String text) {
        var matcher = ANY.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? Optional.of(new Expression(matcher.group(1).strip())) : Optional.empty();
    }

    private boolean isAllowed() {
        return ALLOWED.matcher(text).matches();
    }

    /**
     * The bean that is asked: {@code reminderDue} in {@code ${reminderDue.next(execution)}}; without an execution where the
     * clock starts a process, since there is none yet.
     */
    Optional<String> calledBean() {
        var matcher = CALL.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean knowsExecution() {
        return text.contains("(execution)");
    }

    boolean calls() {
        return text.contains("(");
    }

    /** What stands in it by name: variables, or the one bean of a delegate expression. */
    Stream<String> names() {
        if (calls() || text.startsWith("execution.")) {
            return Stream.empty();
        }
        return NAME.matcher(LITERAL.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !NOT_A_VARIABLE.contains(name));
    }

    /** The texts in it: {@code approved} in {@code ${answer == 'approved'}}. */
    List<String> literals() {
        return LITERAL.matcher(text).results().map(found -> found.group().replaceAll("['\"]", "")).toList();
    }
}
