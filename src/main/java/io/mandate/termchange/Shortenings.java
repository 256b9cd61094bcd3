package io.mandate.termchange;

import io.mandate.relationship.FieldProblem;
import io.mandate.relationship.InvalidInputException;
import io.mandate.relationship.Permission;
import io.mandate.relationship.TermChange;
import io.mandate.relationship.TermChanging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets permissions end earlier: with the transaction the new end counts, and the rest has begun. */
@Service
@Transactional
public class Shortenings {

    private final Clock clock;
    private final TermChanging changing;
    private final TermChangeProcess process;

    Shortenings(Clock clock, TermChanging changing, TermChangeProcess process) {
        this.clock = clock;
        this.changing = changing;
        this.process = process;
    }

    /**
     * The customer lets a permission end earlier, if it is still held exactly as it was shown.
     *
     * @param who name of the customer's administrator
     * @throws InvalidInputException with everything that is wrong with what was filled in
     * @throws io.mandate.relationship.PermissionChangedException where it changed meanwhile: nothing was changed
     */
    public TermChange byCustomer(Permission shown, Shortening wish, String who) {
        LocalDate lastDay = checked(shown, wish);
        TermChange change = changing.shorten(shown, LastDays.end(lastDay), who, wish.note());
        process.changed(change);
        return change;
    }

    private LocalDate checked(Permission shown, Shortening wish) {
        LastDays possible = LastDays.of(shown, clock.instant());
        List<FieldProblem> problems = new ArrayList<>();
        if (!possible.exist()) {
            problems.add(new FieldProblem("lastDay", "problem.lastDay.none"));
        } else if (wish.lastDay().isEmpty()) {
            problems.add(new FieldProblem("lastDay", "problem.lastDay.missing", possible.first(), possible.last()));
        } else if (wish.lastDay().get().isBefore(possible.first())) {
            problems.add(new FieldProblem("lastDay", "problem.lastDay.early", possible.first()));
        } else if (wish.lastDay().get().isAfter(possible.last())) {
            problems.add(new FieldProblem("lastDay", "problem.lastDay.late", possible.last()));
        }
        problems.addAll(FieldProblem.tooLong("note", wish.note(), TermChange.MAX_NOTE));
        InvalidInputException.refuse(problems);
        return wish.lastDay().get();
    }
}
