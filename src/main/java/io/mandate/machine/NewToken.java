package io.mandate.machine;

import io.mandate.catalog.Catalog;
import io.mandate.relationship.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody wants an access token for.
 *
 * @param days how long it shall count, in days of 24 hours
 */
public record NewToken(String name, List<String> services, Set<Scope> scopes, int days) {

    public static final int MOST_DAYS = 365;
    public static final int USUAL_DAYS = 90;
    public static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** Everything that is wrong with it. */
    List<FieldProblem> problems(Catalog catalog) {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "tokens.problem.name.missing"));
        } else if (!NAME.matcher(name).matches()) {
            problems.add(new FieldProblem("name", "tokens.problem.name"));
        }
        problems.addAll(FieldProblem.tooLong("name", name, LONGEST_NAME));
        if (services.isEmpty()) {
            problems.add(new FieldProblem("services", "tokens.problem.services"));
        } else if (services.stream().anyMatch(one -> catalog.service(one).isEmpty())) {
            problems.add(new FieldProblem("services", "tokens.problem.service"));
        }
        if (scopes.isEmpty()) {
            problems.add(new FieldProblem("scopes", "tokens.problem.scopes"));
        }
        if (days < 1 || days > MOST_DAYS) {
            problems.add(new FieldProblem("days", "problem.days", MOST_DAYS));
        }
        return problems;
    }
}
