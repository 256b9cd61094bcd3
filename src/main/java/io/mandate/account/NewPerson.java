package io.mandate.account;

import io.mandate.catalog.Languages;
import io.mandate.identity.Role;
import io.mandate.relationship.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who is to have an account, as a form says it: in one line each, without control characters.
 *
 * @param role empty where none was chosen
 * @param partner empty where none was chosen
 */
public record NewPerson(String address, String name, Optional<Role> role, Optional<String> partner, String language) {

    static final int LONGEST_NAME = 120;

    /** What can be said without looking anything up. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "problem.account.name", LONGEST_NAME));
        }
        if (role.isEmpty()) {
            problems.add(new FieldProblem("role", "problem.account.role"));
        }
        role.ifPresent(one -> {
            if (one.ofPartner() && partner.isEmpty()) {
                problems.add(new FieldProblem("partner", "problem.account.partner"));
            } else if (!one.ofPartner() && partner.isPresent()) {
                problems.add(new FieldProblem("partner", "problem.account.noPartner"));
            }
        });
        if (Languages.ALL.stream().noneMatch(one -> one.getLanguage().equals(language))) {
            problems.add(new FieldProblem("language", "problem.account.language"));
        }
        return problems;
    }
}
