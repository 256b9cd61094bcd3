package io.mandate.bench;

import io.mandate.bench.machine.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The one table, ratios first, as Markdown. */
final class Report {

    private final Sizes sizes;
    private final double loadBefore = Usage.load();
    private final OffsetDateTime begun = OffsetDateTime.now().truncatedTo(ChronoUnit.MINUTES);
    private final List<String> lines = new ArrayList<>();

    Report(Sizes sizes) {
        this.sizes = sizes;
    }

    void lifecycles(String database, List<Contender> all, long mailLength) {
        Contender mandate = all.get(0);
        Contender ordinary = all.get(1);
        Contender limit = all.get(2);
        lines.add("");
        lines.add("### Lifecycles on " + database);
        lines.add("");
        lines.add("| | " + mandate.name + " | " + ordinary.name + " | " + limit.name + " | Mandate / ordinary | Mandate / limit |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        row("lifecycles per second", all, one -> Figures.median(one.perSecond));
        row("SQL statements", all, one -> one.statements);
        row("commits", all, one -> one.commits);
        row("of them with something to commit", all, one -> one.writingCommits);
        row("CPU of the application, ms", all, one -> Figures.median(one.appCpu));
        row("CPU of the database, ms", all, one -> Figures.median(one.databaseCpu));
        row("write-ahead log, kB", all, one -> Figures.median(one.log));
        for (int percent : new int[] {50, 95, 99}) {
            row("approve to committed, ms, p" + percent, all, one -> Figures.percentile(one.approvals, percent));
        }
        lines.add("| rounds, least, median, most | " + Figures.spread(mandate.perSecond) + " | " + Figures.spread(ordinary.perSecond) + " | "
                + Figures.spread(limit.perSecond) + " | | |");
        lines.add("");
        lines.add("A mail had " + mailLength + " bytes on average.");
    }

    private void row(String what, List<Contender> all, ToDoubleFunction<Contender> figure) {
        double[] values = all.stream().mapToDouble(figure).toArray();
        lines.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.2f | %.2f |",
                what, values[0], values[1], values[2], values[0] / values[1], values[0] / values[2]));
    }

    String write() throws IOException {
        String head = """
                %s, %d cores, Java %s, load before %.1f, after %.1f
                %s
                """.formatted(begun, Runtime.getRuntime().availableProcessors(), Runtime.version(), loadBefore, Usage.load(), sizes);
        String all = head + String.join("\n", lines) + "\n";
        Path file = Field.WORK.resolve("report.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, all);
        return all;
    }
}
