package io.mandate.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.rights.Row.Answer;
import io.mandate.testing.ServiceTest;
import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the running service answers, called by everybody: they get what the table says. */
@ServiceTest
class RightsTests {

    static final Path PAGE = Path.of("src/docs/rights.md");
    /** Rows that this service need not have. */
    static final String DEMO = "The demo";
    private static final String QUERIES = "Queries";
    private static final String OWN_ACCOUNT = "One's own account";

    @Autowired ApplicationContext beans;
    @Autowired ServletContext server;
    @LocalServerPort int port;

    private final RightsTable table = RightsTable.read(PAGE);
    private Collection<Operation> operations;
    private Map<Who, Caller> callers;

    @BeforeEach
    void everybody(@Autowired Partners partners, @Autowired Accounts accounts, @Autowired JdbcClient jdbc) {
        operations = Operations.all(beans, server);
        callers = Callers.at(port, partners, accounts, jdbc, Decisions.in(beans));
    }

    @AfterEach
    void silence() {
        Decisions.forget(beans);
    }

    @Test
    void every_operation_has_one_row_and_every_row_an_operation() {
        List<String> problems = new ArrayList<>();
        Set<Row> used = new HashSet<>();
        for (Operation operation : operations) {
            try {
                used.add(table.rowOf(operation));
            } catch (AssertionError without) {
                problems.add(without.getMessage());
            }
        }
        table.rows().stream()
                .filter(row -> row.isBound() ? operations.stream().noneMatch(row::matches) : !used.contains(row))
                .filter(row -> !row.section().equals(DEMO))
                .forEach(row -> problems.add(row + " is matched by nothing"));

        assertThat(operations).hasSizeGreaterThan(500);
        assertThat(Operations.unknown(beans, server)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void everybody_gets_what_the_table_says() {
        List<String> problems = new ArrayList<>();
        for (Operation operation : operations) {
            problems.addAll(problems(operation, table.rowOf(operation), EnumSet.allOf(Who.class)));
            table.rows().stream().filter(Row::isBound).filter(row -> row.matches(operation))
                    .forEach(row -> problems.addAll(problems(row.bind(operation), row, EnumSet.allOf(Who.class))));
        }

        assertThat(problems).isEmpty();
    }

    private List<String> problems(Operation operation, Row row, Set<Who> all) {
        return all.stream()
                .flatMap(who -> {
                    Answer answer = row.answers().get(who);
                    Caller.Outcome outcome = callers.get(who).call(operation);
                    return outcome.admitted() == (answer != Answer.NO) ? Stream.of()
                            : Stream.of(operation + " by " + who.column() + ": " + answer + ", but " + outcome.status());
                })
                .toList();
    }

    @Test
    void an_auditor_can_change_nothing() {
        List<Operation> open = operations.stream()
                .filter(operation -> !operation.reads() && table.rowOf(operation).answers().get(Who.AUDITOR) != Answer.NO)
                .filter(operation -> table.rowOf(operation).answers().get(Who.ANYBODY) == Answer.NO)
                .filter(operation -> !table.rowOf(operation).section().equals(OWN_ACCOUNT))
                .toList();

        assertThat(open).isNotEmpty().allSatisfy(operation -> {
            assertThat(table.rowOf(operation).section()).isEqualTo(QUERIES);
            assertThat(operation.handler()).startsWith("query");
        });
    }

    @Test
    void no_other_spelling_of_an_address_is_more_open_than_the_plain_one() {
        List<String> problems = new ArrayList<>();
        for (Row row : table.rows().stream().filter(row -> !row.isBound()).toList()) {
            operations.stream().filter(one -> table.rowOf(one).equals(row)).findFirst().ifPresent(operation -> {
                String address = operation.address();
                List<Who> refused = Stream.of(Who.PROCESS_OWNER, Who.AUDITOR, Who.PARTNER_AGENT, Who.CUSTOMER)
                        .filter(who -> row.answers().get(who) == Answer.NO).toList();
                for (Who who : refused) {
                    Stream<String> spellings = Stream.of(address + "/", address.toUpperCase(Locale.ROOT));
                    Stream.concat(
                                    Stream.concat(spellings, who == refused.get(0) ? strange(address) : Stream.of())
                                            .map(one -> operation.method() + " " + one),
                                    Stream.of("HEAD " + address).filter(head -> operation.method().equals("GET")))
                            .filter(call -> callers.get(who).opens(call.split(" ")[0], call.split(" ")[1]))
                            .forEach(call -> problems.add(call + " by " + who.column()));
                }
            });
        }

        assertThat(problems).isEmpty();
    }

    /** What servers, filters and frameworks are known to read differently. */
    private static Stream<String> strange(String address) {
        int first = address.indexOf('/', 1) > 0 ? address.indexOf('/', 1) : address.length();
        String head = address.substring(0, first);
        String tail = address.substring(first);
        return Stream.of("/" + address, head + "/" + tail, head + ";x=y" + tail, address + ";x=y", head + "/%2e" + tail,
                head + "/x/%2e%2e" + tail);
    }
}
