package io.mandate.terms;

import io.mandate.relationship.ListPage;
import io.mandate.relationship.Permission;
import io.mandate.relationship.TermList;
import io.mandate.termrules.TermRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a partner when what it holds ends, and what happens then. */
@Component
@Transactional(readOnly = true)
public class UpcomingEnds {

    private final TermList list;
    private final TermRules rules;

    UpcomingEnds(TermList list, TermRules rules) {
        this.list = list;
        this.rules = rules;
    }

    /**
     * The end of a permission.
     *
     * @param extendedTo when it will end instead, as the customer lets it be extended; empty where it ends
     */
    public record End(Permission permission, String organisation, Optional<Instant> extendedTo) {}

    /** What the partner holds, the nearest end first; as {@link TermList#page}. */
    public ListPage<End> page(String partner, int number) {
        ListPage<TermList.Row> found = list.page(partner, number);
        return new ListPage<>(found.rows().stream().map(this::end).toList(), found.number(), found.count(), found.followed());
    }

    /** How many of them end in each month, from the present one on. */
    public List<TermList.Month> months(String partner, int months) {
        return list.months(partner, months);
    }

    private End end(TermList.Row row) {
        Permission held = row.term().permission();
        // The table is asked only where it matters: what the customer does not want extended ends.
        Optional<Instant> extendedTo = row.term().extending()
                ? rules.find(row.term().cloud(), held).flatMap(rule -> new TermPlan(row.term(), rule).extendedTo()) : Optional.empty();
        return new End(held, row.organisation(), extendedTo);
    }
}
