package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.ServiceChecks.Due;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** What is due among many permissions: found along an index, however many are held. */
class ServiceChecksTests {

    private static final int MANY = 20_000;
    private static final int MOST = 50;
    private static final Instant CHECKED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant ENDS = Instant.parse("2027-11-24T08:00:00Z");
    private static final Instant BEGUN = CHECKED.plus(Duration.ofDays(1));

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class On_h2 extends Behaviour {

        @Test
        void what_is_due_is_read_along_an_index() {
            String plan = jdbc.queryForObject("explain analyze " + statement(), String.class);

            assertThat(plan).contains("PERMISSION_BY_CHECK");
            assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results()).isNotEmpty()
                    .allSatisfy(scan -> assertThat(Integer.parseInt(scan.group(1))).as(plan).isLessThanOrEqualTo(2 * MOST));
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.database=postgresql")
    class On_postgresql extends Behaviour {

        @Test
        void what_is_due_is_read_along_an_index() {
            String plan = String.join("\n", jdbc.queryForList("explain " + statement(), String.class));

            assertThat(plan).contains("Index Scan using permission_by_check").doesNotContain("Seq Scan");
        }
    }

    abstract static class Behaviour {

        @Autowired ServiceChecks checks;
        @Autowired JdbcTemplate jdbc;
        @Autowired StatementCount count;

        @BeforeEach
        void many(@Autowired Partners partners) {
            if (jdbc.queryForObject("select count(*) from permission", Integer.class) == 0) {
                People.join(partners);
                List<UUID> customers = Stream.generate(UUID::randomUUID).limit(MANY).toList();
                jdbc.batchUpdate("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US')",
                        customers.stream().map(id -> new Object[] {id, id + ".example"}).toList());
                jdbc.batchUpdate("""
                        insert into permission (customer_id, service, holder, request_id, roles, granted_at, ends_at, checked_at)
                        values (?, 'mail', 'contoso', ?, 'mail-reader', ?, ?, ?)
                        """, customers.stream().map(id -> new Object[] {
                            id, id, Columns.at(CHECKED), Columns.at(ENDS), Columns.at(CHECKED)}).toList());
                jdbc.execute("analyze");
            }
            jdbc.update("update permission set checked_at = ?, ends_at = ? where checked_at is null or checked_at <> ?",
                    Columns.at(CHECKED), Columns.at(ENDS), Columns.at(CHECKED));
        }

        /** The statement that finds what is due, with the values that it is sent with. */
        String statement() {
            count.take();
            checks.due(BEGUN, MOST);
            List<String> statements = count.take().statements();
            return statements.get(statements.size() - 1)
                    .replace("checked_at < ?", "checked_at < timestamp with time zone '2026-11-25 08:00:00+00'")
                    .replace("limit ?", "limit " + MOST);
        }

        @Test
        void what_was_not_asked_about_for_longest_comes_first_and_what_was_asked_about_no_more() {
            // given
            List<Due> first = checks.due(BEGUN, MOST);
            assertThat(first).hasSize(MOST).extracting(Due::cloud).containsOnly("global");

            // when
            checks.asked("mail", customers(first), BEGUN, BEGUN.plusMillis(1));

            // then
            assertThat(checks.due(BEGUN, MOST)).hasSize(MOST).doesNotContainAnyElementsOf(first);
            assertThat(checks.due(BEGUN.plus(Duration.ofDays(1)), MOST)).doesNotContainAnyElementsOf(first);
        }

        @Test
        void what_is_put_off_comes_first_when_it_is_due_again() {
            // given
            List<Due> first = checks.due(BEGUN, MOST);
            checks.asked("mail", customers(first), BEGUN, BEGUN.plusMillis(1));

            // when
            checks.putOff("mail", "germany", BEGUN);
            assertThat(checks.due(BEGUN, MOST)).hasSize(MOST);
            checks.putOff("mail", "global", BEGUN);

            // then
            assertThat(checks.due(BEGUN, MOST)).isEmpty();
            assertThat(checks.due(BEGUN.plus(Duration.ofDays(1)), MANY)).hasSize(MANY).endsWith(first.get(MOST - 1));
        }

        @Test
        void what_changed_since_it_was_read_is_not_touched() {
            // given
            Permission read = checks.due(BEGUN, 1).get(0).permission();
            jdbc.update("update permission set ends_at = ? where customer_id = ?",
                    Columns.at(BEGUN.plus(Duration.ofDays(1))), read.customerId());

            // then
            assertThat(checks.asked(read, BEGUN, BEGUN)).isFalse();
            checks.tookEffect(read, BEGUN);
            assertThat(checks.due(BEGUN, 1)).extracting(due -> due.permission().customerId()).containsExactly(read.customerId());

            // and when it has taken effect anew
            Permission now = checks.due(BEGUN, 1).get(0).permission();
            checks.tookEffect(now, BEGUN);

            // then
            assertThat(checks.asked(now, BEGUN, BEGUN)).isFalse();
        }

        @Test
        void what_is_over_is_not_asked_about_again() {
            // given
            List<Due> first = checks.due(BEGUN, MOST);

            // when
            checks.over("mail", customers(first), BEGUN);

            // then
            assertThat(checks.due(BEGUN.plus(Duration.ofDays(1)), MANY)).hasSize(MANY - MOST).doesNotContainAnyElementsOf(first);
        }

        private static List<UUID> customers(List<Due> all) {
            return all.stream().map(due -> due.permission().customerId()).toList();
        }
    }
}
