package io.mandate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was done and what was found, in Markdown. */
final class Report {

    private static final int WRONG_SHOWN = 20;

    private final StringBuilder text = new StringBuilder();

    Report(Parameters parameters, Instant begun) {
        line("# Faults: what was done and what was found\n");
        line("Begun " + begun + ", " + Duration.between(begun, Instant.now()).toSeconds() + " s; Java "
                + System.getProperty("java.version") + ", " + Runtime.getRuntime().availableProcessors() + " processors. Again, in kind:");
        line("`mvn -Pfaults verify -Dfaults.seed=%d -Dfaults.kills=%d -Dfaults.nodes=%d -Dfaults.clients=%d`\n"
                .formatted(parameters.seed(), parameters.kills(), parameters.nodes(), parameters.clients()));
    }

    Report faults(Mischief mischief, Installation installation) {
        line("| What failed | Times |\n| --- | --- |");
        mischief.counts().forEach((fault, times) -> line("| " + words(fault) + " | " + times + " |"));
        line("| starts of nodes | " + installation.nodes().stream().mapToInt(Node::starts).sum() + " |\n");
        return this;
    }

    Report work(List<Case> cases, Load load, MailSink mail) {
        line("| What people did | Times |\n| --- | --- |");
        cases.stream().collect(Collectors.groupingBy(one -> one.kind, TreeMap::new, Collectors.counting()))
                .forEach((kind, times) -> line("| customers: " + words(kind) + " | " + times + " |"));
        line("| steps done | " + load.steps() + " |");
        line("| mails taken, of them repeats | " + mail.all().size() + ", "
                + (mail.all().size() - mail.all().stream().map(MailSink.Received::id).distinct().count()) + " |\n");
        return this;
    }

    Report answers(Map<String, Map<String, Integer>> seen) {
        line("| What was answered | How often |\n| --- | --- |");
        seen.forEach((what, counts) -> line("| " + what + " | " + counts.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue()).collect(Collectors.joining(", ")) + " |"));
        line("");
        return this;
    }

    Report settled(Settling settling, boolean settled, Duration took) {
        line((settled ? "Everything came to rest" : "**Not everything came to rest**") + " after " + took.toSeconds()
                + " s; the clock was moved by " + (settling.moves().isEmpty() ? "nothing" : String.join(", ", settling.moves()))
                + " for it. Incidents, retried as the operator's page says: "
                + (settling.incidents().isEmpty() ? "none" : settling.incidents())
                + ". Tasks of process owners: " + (settling.completed().isEmpty() ? "none" : settling.completed()) + ".\n");
        return this;
    }

    Report checks(List<Check> checks) {
        line("| Check | Looked at | Wrong |\n| --- | --- | --- |");
        checks.forEach(check -> line("| " + check.what() + " | " + check.looked() + " | "
                + (check.wrong().isEmpty() ? "none" : "**" + check.wrong().size() + "**") + " |"));
        line("");
        for (Check check : checks) {
            check.wrong().stream().limit(WRONG_SHOWN).forEach(wrong -> line("- WRONG, " + check.what() + ": " + wrong + "\n"));
        }
        return this;
    }

    Report log(Mischief mischief) {
        line("## When what failed\n");
        mischief.log().forEach(one -> line("- " + one));
        return this;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase().replace('_', ' ');
    }

    private void line(String one) {
        text.append(one).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
