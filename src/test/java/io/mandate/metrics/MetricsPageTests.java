package io.mandate.metrics;

import static io.mandate.testing.Lifecycle.INFRASTRUCTURE;
import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.engine.JobExhausted;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.ManagementTest;
import io.mandate.testing.StatementCount;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** The page lists what a running node tells, and nothing else; and that is about nobody. */
@ManagementTest
class MetricsPageTests {

    private static final Path PAGE = Path.of("src/docs/metrics.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\| ([a-z]+) \\|([^|]*)\\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z0-9_]+) ([a-z]+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    @Autowired Lifecycle life;
    @Autowired StatementCount statements;
    @Autowired ApplicationEventPublisher events;
    @LocalServerPort int port;
    @LocalManagementPort int management;

    /** What is told of a metric: its type, and the names of its labels. */
    private record Told(String type, Set<String> labels) {}

    @BeforeEach
    void something_of_everything() {
        String customer = Lifecycle.newAddress();
        life.sent(PAULA, customer, MAIL, INFRASTRUCTURE);
        life.approve(customer, MAIL);
        new Visitor(port).call("POST", "/access/v1/evaluation", "{}", "Authorization", "Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==",
                "Content-Type", "application/json");
        new Visitor(port).call("BREW", "/no-such-page", "");
        new Visitor(port).load("/requests/5d8bd8f8-3e22-4d3e-8b4a-0a4f2c6d9f10");
        events.publishEvent(new JobExhausted("grant", "Task_TellService", Optional.empty(), Optional.empty(), "for the test"));
        life.jobs().runDue();
    }

    @Test
    void every_metric_has_a_row_and_every_row_a_metric() throws IOException {
        Map<String, Told> rows = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new Told(row.group(2), words(row.group(3))));
            }
        }

        Map<String, Told> told = told();
        assertThat(told).isNotEmpty();
        assertThat(rows).containsExactlyInAnyOrderEntriesOf(told);
    }

    @Test
    void no_label_has_an_id_an_address_or_anything_else_without_end() {
        Set<String> values = new TreeSet<>();
        Matcher label = LABEL.matcher(scrape());
        while (label.find()) {
            values.add(label.group(2));
        }

        assertThat(values).isNotEmpty().allSatisfy(value ->
                assertThat(value).doesNotContain("@").doesNotContainPattern("[0-9a-f]{8}-").doesNotContain("northwind", "contoso", "secret", "BREW", "no-such"));
    }

    @Test
    void being_asked_again_and_again_costs_no_statement() {
        scrape();
        statements.take();

        for (int i = 0; i < 10; i++) {
            scrape();
        }

        // The counts at most once more: what is known may just have become old.
        assertThat(statements.take().statements()).hasSizeLessThanOrEqualTo(4);
    }

    private Map<String, Told> told() {
        String scraped = scrape();
        Map<String, Told> told = new TreeMap<>();
        Matcher type = TYPE.matcher(scraped);
        while (type.find()) {
            told.put(type.group(1), new Told(type.group(2), labels(scraped, type.group(1))));
        }
        return told;
    }

    private static Set<String> labels(String scraped, String metric) {
        return scraped.lines().filter(line -> line.matches(metric + "(_bucket|_count|_sum)?[{ ].*"))
                .flatMap(line -> Stream.of(LABEL.matcher(line)).flatMap(Matcher::results).map(found -> found.group(1)))
                .filter(label -> !Set.of("le", "quantile").contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String scrape() {
        return new Visitor(management).load("/actuator/prometheus").body();
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.strip().split("[ ,`]+")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }
}
