package io.mandate.acceptance;

import io.mandate.relationship.AskedPermission;
import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.HolderChangedException;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Partner;
import io.mandate.termrules.TermRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What makes an answer one that can be accepted: every rule says which field is concerned and what to do. */
@Component
class AnswerRules {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_REASON = 1000;

    private final TermRules terms;

    AnswerRules(TermRules terms) {
        this.terms = terms;
    }

    /**
     * Throws {@link InvalidInputException} with everything that is wrong with an approval, {@link HolderChangedException}
     * where another partner than the one shown holds a permission by now.
     */
    void check(Question question, Approval approval) {
        List<FieldProblem> problems = new ArrayList<>();
        if (approval.chosen().isEmpty() && !question.asked().isEmpty()) {
            problems.add(new FieldProblem("services", "problem.nothing-chosen"));
        }
        approval.chosen().forEach(choice -> checkChoice(problems, question, choice.permission()));
        if (approval.chosen().stream().map(choice -> choice.permission().service()).distinct().count()
                < approval.chosen().size()) {
            problems.add(new FieldProblem("services", "problem.service.twice"));
        }
        if (!approval.agreementAccepted()) {
            problems.add(new FieldProblem("agreementAccepted", "problem.agreement"));
        }
        if (!approval.agreementVersion().equals(question.agreement().version())) {
            problems.add(new FieldProblem("agreementAccepted", "problem.agreement.changed"));
        }
        checkPerson(problems, approval.name(), approval.administrator());
        InvalidInputException.refuse(problems);
        approval.chosen().forEach(choice -> checkHolder(question, choice));
    }

    /** Throws {@link InvalidInputException} with everything that is wrong with a refusal. */
    void check(Refusal refusal) {
        List<FieldProblem> problems = new ArrayList<>();
        checkPerson(problems, refusal.name(), refusal.administrator());
        problems.addAll(FieldProblem.tooLong("reason", refusal.reason().strip(), LONGEST_REASON));
        InvalidInputException.refuse(problems);
    }

    private static void checkPerson(List<FieldProblem> problems, String name, boolean administrator) {
        if (name.isBlank()) {
            problems.add(new FieldProblem("name", "problem.missing"));
        }
        problems.addAll(FieldProblem.tooLong("name", name.strip(), LONGEST_NAME));
        if (!administrator) {
            problems.add(new FieldProblem("administrator", "problem.administrator"));
        }
    }

    private void checkChoice(List<FieldProblem> problems, Question question, AskedPermission chosen) {
        Optional<AskedPermission> asked = question.asked().stream()
                .filter(one -> one.service().equals(chosen.service())).findFirst();
        if (asked.isEmpty()) {
            problems.add(new FieldProblem("services", "problem.not-asked"));
            return;
        }
        String field = "services[" + chosen.service() + "]";
        if (chosen.roles().isEmpty()) {
            problems.add(new FieldProblem(field + ".roles", "problem.roles"));
        } else if (!asked.get().roles().containsAll(chosen.roles())) {
            problems.add(new FieldProblem(field + ".roles", "problem.not-asked"));
        }
        if (chosen.days() < 1 || chosen.days() > asked.get().days()) {
            problems.add(new FieldProblem(field + ".days", "problem.days", asked.get().days()));
        }
        if (chosen.extending() && !asked.get().extending()) {
            problems.add(new FieldProblem(field + ".roles", "problem.not-asked"));
        } else if (chosen.extending() && !terms.of(question.cloud().id(), chosen).extendable()) {
            problems.add(new FieldProblem(field + ".roles", "problem.extending"));
        }
    }

    private static void checkHolder(Question question, Choice choice) {
        String service = choice.permission().service();
        String today = Optional.ofNullable(question.holders().get(service)).map(Partner::id).orElse("");
        if (!today.equals(choice.takenFrom())) {
            throw new HolderChangedException(service);
        }
    }
}
