package io.mandate.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

@MachineTest
class LastUsesTests {

    @Autowired LastUses uses;
    @Autowired TokenIssue issue;
    @Autowired AccessTokens tokens;
    @Autowired StatementCount statements;
    @Autowired NamedParameterJdbcTemplate jdbc;
    @Autowired Clock clock;

    private UUID token;

    @BeforeEach
    void a_token() {
        token = issue.issue(UUID.randomUUID(), new NewToken("used", List.of("mail"), EnumSet.allOf(Scope.class), 1), People.OLIVIA);
        uses.store();
    }

    @Test
    void many_uses_in_a_minute_are_stored_by_one_statement_to_the_minute() {
        statements.take();
        for (int i = 0; i < 100; i++) {
            uses.note(token);
        }
        assertThat(statements.take().statements()).isEmpty();
        assertThat(tokens.get(token).lastUsed()).isEmpty();

        uses.store();
        uses.store();

        assertThat(statements.take().statements()).filteredOn(sql -> sql.startsWith("update access_token")).hasSize(1);
        assertThat(tokens.get(token).lastUsed()).hasValueSatisfying(at -> {
            assertThat(at).isEqualTo(at.truncatedTo(ChronoUnit.MINUTES));
            assertThat(at).isBetween(clock.instant().minus(Duration.ofMinutes(2)), clock.instant());
        });
    }

    @Test
    void what_another_node_stored_later_stays_and_a_node_that_stops_stores_what_it_knows() {
        LastUses slow = new LastUses(jdbc, Clock.offset(clock, Duration.ofMinutes(-5)));
        slow.note(token);
        uses.note(token);
        uses.store();
        Instant stored = tokens.get(token).lastUsed().orElseThrow();

        slow.destroy();
        assertThat(tokens.get(token).lastUsed()).contains(stored);

        LastUses fast = new LastUses(jdbc, Clock.offset(clock, Duration.ofMinutes(5)));
        fast.note(token);
        fast.destroy();
        assertThat(tokens.get(token).lastUsed().orElseThrow()).isAfter(stored);
    }
}
