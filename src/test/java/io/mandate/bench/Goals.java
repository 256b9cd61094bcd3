package io.mandate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was to be reached on PostgreSQL, and whether it was. */
final class Goals {

    private final List<String> lines = new ArrayList<>();

    void lifecycles(String database, Contender mandate, Contender ordinary, Contender limit) {
        double rate = Figures.median(mandate.perSecond);
        add(database, "three times the ordinary set-up", rate / Figures.median(ordinary.perSecond), 3, false);
        add(database, "a quarter of the limit", rate / Figures.median(limit.perSecond), 0.25, false);
        add(database, "half the ordinary set-up's statements", mandate.statements / ordinary.statements, 0.5, true);
        add(database, "half the ordinary set-up's commits", mandate.commits / ordinary.commits, 0.5, true);
    }

    void add(String database, String goal, double ratio, double wanted, boolean atMost) {
        if (database.equals("postgresql")) {
            boolean reached = atMost ? ratio <= wanted : ratio >= wanted;
            lines.add(String.format(Locale.ROOT, "| %s | %s %.2f | %.2f | %s |", goal, atMost ? "at most" : "at least", wanted, ratio,
                    reached ? "reached" : String.format(Locale.ROOT, "missed by %.0f %%", 100 * Math.abs(ratio / wanted - 1))));
        }
    }

    @Override
    public String toString() {
        return "Goals, on PostgreSQL:\n\n| goal | ratio wanted | ratio | |\n| --- | --- | --- | --- |\n" + String.join("\n", lines);
    }
}
