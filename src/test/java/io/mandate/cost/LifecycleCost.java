package io.mandate.cost;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Consent.Choice;
import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Jobs;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.StatementCount.Spent;
import io.mandate.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks one lifecycle, request to grant, and says what each step spends in SQL statements and commits. */
final class LifecycleCost {

    private final Map<String, Spent> steps = new LinkedHashMap<>();
    private final StatementCount count;

    LifecycleCost(StatementCount count) {
        this.count = count;
    }

    /** Walks a first lifecycle that fills caches, then a second that counts. Jobs are run by id, without polling. */
    static LifecycleCost measure(Lifecycle life, StatementCount count, Jobs jobs) {
        new LifecycleCost(count).walk(life, jobs);
        LifecycleCost cost = new LifecycleCost(count);
        cost.walk(life, jobs);
        return cost;
    }

    /**
     * Counts what the customer does to a permission, for a service that cannot be told, and the report of it; as
     * {@link #measure}.
     *
     * @param step in words, such as "customer removes the permission"
     */
    static LifecycleCost measure(String step, Consumer<Request> act, Lifecycle life, StatementCount count, Jobs jobs) {
        new LifecycleCost(count).change(step, act, life, jobs);
        LifecycleCost cost = new LifecycleCost(count);
        cost.change(step, act, life, jobs);
        return cost;
    }

    private void change(String step, Consumer<Request> act, Lifecycle life, Jobs jobs) {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        jobs.runDue();
        count.take();
        act.accept(request);
        spent(step);
        runJobs(jobs, "report to both sides");
    }

    /** Counts a restoration of what the customer removed, from the partner's asking on; as {@link #measure}. */
    static LifecycleCost measureRestoration(
            Lifecycle life, Consumer<Request> removal, Function<Request, Request> asking, StatementCount count, Jobs jobs) {
        new LifecycleCost(count).restore(life, removal, asking, jobs);
        LifecycleCost cost = new LifecycleCost(count);
        cost.restore(life, removal, asking, jobs);
        return cost;
    }

    private void restore(Lifecycle life, Consumer<Request> removal, Function<Request, Request> asking, Jobs jobs) {
        String customer = Lifecycle.newAddress();
        Request request = life.sent(PAULA, customer, MAIL);
        life.approve(customer, MAIL);
        removal.accept(request);
        jobs.runDue();
        count.take();
        asking.apply(request);
        spent("partner asks again");
        runJobs(jobs, "send request, begin to wait");
        String token = life.proven(customer);
        spent("customer proves the address");
        life.approve(token, customer, List.of(new Choice(MAIL, "")));
        spent("customer approves, permission granted");
        runJobs(jobs, "tell both sides");
    }

    private void walk(Lifecycle life, Jobs jobs) {
        String customer = Lifecycle.newAddress();
        count.take();
        Request draft = life.draft(PAULA, customer, MAIL);
        spent("partner asks");
        life.reviewed(draft, PAULA, SentBy.MANDATE);
        spent("partner reviews");
        runJobs(jobs, "send invitation, begin to wait");
        String token = life.proven(customer);
        spent("customer proves the address");
        life.approve(token, customer, List.of(new Choice(MAIL, "")));
        spent("customer approves, permission granted");
        runJobs(jobs, "tell both sides");
    }

    /** What somebody does, as one step. */
    void act(String step, Runnable act) {
        count.take();
        act.run();
        spent(step);
    }

    /** Runs the jobs that are due as one step, by their ids. */
    void runJobs(Jobs jobs, String step) {
        List<String> due = jobs.dueIds();
        count.take();
        due.forEach(jobs::run);
        spent(step);
    }

    private void spent(String step) {
        steps.put(step, count.take());
    }

    /**
     * Writes the table, and each statement, to {@code target/<what>-cost-<database>.*}; fails where more was spent than the
     * bounds, which are what it costs now: whoever needs more says so there.
     */
    void stays(String what, String database, int mostStatements, int mostCommits) throws IOException {
        Files.writeString(Path.of("target", what + "-cost-" + database + ".md"), table(database) + "\n");
        Files.writeString(Path.of("target", what + "-cost-" + database + ".txt"), statementsOf());
        assertThat(statements()).as(statementsOf()).isLessThanOrEqualTo(mostStatements);
        assertThat(commits()).as(statementsOf()).isLessThanOrEqualTo(mostCommits);
    }

    private int statements() {
        return steps.values().stream().mapToInt(spent -> spent.statements().size()).sum();
    }

    private int commits() {
        return steps.values().stream().mapToInt(Spent::commits).sum();
    }

    private int writingCommits() {
        return steps.values().stream().mapToInt(Spent::writingCommits).sum();
    }

    /** A table in Markdown: step, statements, those of the engine among them, commits. */
    private String table(String what) {
        List<String> lines = new ArrayList<>();
        lines.add("| Step (" + what + ") | statements | of the engine | commits (writing) |");
        lines.add("| --- | --- | --- | --- |");
        steps.forEach((step, spent) -> lines.add("| %s | %d | %d | %d (%d) |"
                .formatted(step, spent.statements().size(), spent.ofTheEngine(), spent.commits(), spent.writingCommits())));
        lines.add("| **together** | **%d** | %d | **%d** (%d) |".formatted(
                statements(), steps.values().stream().mapToLong(Spent::ofTheEngine).sum(), commits(), writingCommits()));
        return String.join("\n", lines);
    }

    /** Every statement of every step, for whoever looks for one to save. */
    private String statementsOf() {
        StringBuilder all = new StringBuilder();
        steps.forEach((step, spent) -> {
            all.append("== ").append(step).append('\n');
            spent.statements().forEach(sql -> all.append("  ").append(sql, 0, Math.min(sql.length(), 160)).append('\n'));
        });
        return all.toString();
    }
}
