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

/** One table for all of it, ratios first, as Markdown. */
final class Report {

    private final Sizes sizes;
    private final double loadBefore = Usage.load();
    private final OffsetDateTime begun = OffsetDateTime.now().truncatedTo(ChronoUnit.MINUTES);
    private final Goals goals = new Goals();
    final List<String> lines = new ArrayList<>();

    Report(Sizes sizes) {
        this.sizes = sizes;
    }

    void lifecycles(String database, List<Contender> all) {
        Contender mandate = all.get(0);
        Contender ordinary = all.get(1);
        Contender limit = all.get(2);
        row(database, "lifecycles per second", all, one -> Figures.median(one.perSecond));
        row(database, "SQL statements per lifecycle", all, one -> one.statements);
        row(database, "commits", all, one -> one.commits);
        row(database, "commits with something to commit", all, one -> one.writingCommits);
        row(database, "CPU of the application, ms", all, one -> Figures.median(one.appCpu));
        if (mandate.database.process().isPresent()) {
            row(database, "CPU of the database, ms", all, one -> Figures.median(one.databaseCpu));
            row(database, "write-ahead log, kB", all, one -> Figures.median(one.log));
        }
        for (int percent : new int[] {50, 95, 99}) {
            row(database, "approve to committed, p" + percent + ", ms", all, one -> Figures.percentile(one.approvals, percent));
        }
        row(database, "least and most of the rounds", "", "", all.stream().map(one -> Figures.spread(one.perSecond)).toList());
        goals.lifecycles(database, mandate, ordinary, limit);
    }

    void waiting(String database, List<Contender> both) {
        double without = Figures.median(both.get(0).perSecond);
        double with = Figures.median(both.get(1).perSecond);
        row(database, "lifecycles per second, " + both.get(1).name + " / nothing waiting", number(with / without), "",
                List.of(number(with), "", number(without)));
        goals.add(database, "the same rate with " + both.get(1).name + ", within a tenth", with / without, 0.9, false);
    }

    void memory(String database, Memory memory) {
        row(database, "memory after " + memory.lifecycles() + " lifecycles, MB resident", "", "", List.of(number(memory.resident())));
        row(database, "of that heap in use, MB", "", "", List.of(number(memory.heap())));
    }

    void decisions(String database, List<Decisions.Answering> all) {
        for (Decisions.Answering other : all.subList(1, all.size())) {
            double ratio = Figures.median(all.get(0).perSecond) / Figures.median(other.perSecond);
            row(database, "decisions per second / " + other.name, number(ratio), "",
                    List.of(number(Figures.median(all.get(0).perSecond)), "", number(Figures.median(other.perSecond))));
            double slower = Figures.percentile(all.get(0).millis, 99) / Figures.percentile(other.millis, 99);
            row(database, "decision, p99, ms / " + other.name, number(slower), "",
                    List.of(number(Figures.percentile(all.get(0).millis, 99)), "", number(Figures.percentile(other.millis, 99))));
        }
        goals.add(database, "decision calls of the bare stack with the same token",
                Figures.median(all.get(0).perSecond) / Figures.median(all.get(1).perSecond), 0.8, false);
    }

    void pages(String database, List<Pages.Times> all) {
        for (Pages.Times times : all) {
            double few = Figures.percentile(times.few(), 95);
            double many = Figures.percentile(times.many(), 95);
            row(database, "Customers, " + times.what() + ", p95, ms, " + sizes.many() + " / " + sizes.few() + " rows (" + Math.round(times.statements())
                    + " statements)", number(many / few), "", List.of(number(many), "", number(few)));
            goals.add(database, "page time, " + times.what(), many / few, 1.5, true);
        }
    }

    void starts(String database, Starts starts) {
        row(database, "start to ready, s, empty database", "", "", List.of(number(Figures.median(starts.empty))));
        row(database, "start to ready, s, existing database", "", "", List.of(number(Figures.median(starts.existing))));
        row(database, "memory after the start, MB resident", "", "", List.of(number(Figures.median(starts.resident))));
    }

    private void row(String database, String what, List<Contender> all, ToDoubleFunction<Contender> figure) {
        double[] values = all.stream().mapToDouble(figure).toArray();
        row(database, what, number(values[0] / values[1]), number(values[0] / values[2]),
                java.util.Arrays.stream(values).mapToObj(Report::number).toList());
    }

    private void row(String database, String what, String toOrdinary, String toLimit, List<String> figures) {
        List<String> cells = new ArrayList<>(List.of(database, what, toOrdinary, toLimit));
        cells.addAll(figures);
        while (cells.size() < 8) {
            cells.add("");
        }
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /** All of it; also kept as a file. */
    String write() throws IOException {
        String head = """
                %s. %d cores, %s, Java %s. %.1f processes wanted to run on average in the minute before, %.1f in the last one.
                `mvn -Pbench verify%s`: %s

                | database | what | Mandate / ordinary | Mandate / limit | Mandate | ordinary set-up | limit or beside it | Mandate by its pages |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """.formatted(begun, Runtime.getRuntime().availableProcessors(), Usage.processor(), Runtime.version(), loadBefore, Usage.load(), given(), sizes);
        String all = head + String.join("\n", lines) + "\n\n" + goals + "\n";
        Path file = Field.WORK.resolve("report.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, all);
        return all;
    }

    private static String given() {
        StringBuilder given = new StringBuilder();
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("bench.")).sorted()
                .forEach(name -> given.append(" -D").append(name).append('=').append(System.getProperty(name)));
        return given.toString();
    }
}
