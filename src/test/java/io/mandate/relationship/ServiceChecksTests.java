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
    @TestPropertySource(properties = "mandate.test.rows=permissions")
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
    @TestPropertySource(properties = {"mandate.test.database=postgresql", "mandate.test.rows=permissions"})
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
                    .replace("service = ?", "service = 'mail'").replace(") = ?", ") = 'global'")
                    .replace("limit ?", "limit " + MOST);
        }

        @Test
        void what_was_not_asked_about_for_longest_comes_first_and_what_was_asked_about_no_more() {
            // given
            List<Permission> first = due(BEGUN, MOST);
            assertThat(first).hasSize(MOST);
            assertThat(checks.due(BEGUN, MOST).orElseThrow()).satisfies(due -> {
                assertThat(due.service()).isEqualTo("mail");
                assertThat(due.cloud()).isEqualTo("global");
            });

            // when
            checks.asked("mail", customers(first), BEGUN, BEGUN.plusMillis(1));

            // then
            assertThat(due(BEGUN, MOST)).hasSize(MOST).doesNotContainAnyElementsOf(first);
            assertThat(due(BEGUN.plus(Duration.ofDays(1)), MOST)).doesNotContainAnyElementsOf(first);
        }

        @Test
        void one_service_of_one_cloud_is_asked_about_at_a_time() {
            // given
            Permission oldest = due(BEGUN, MOST).get(3);
            jdbc.update("update customer set cloud = 'germany' where id = ?", oldest.customerId());
            jdbc.update("update permission set checked_at = ? where customer_id = ?",
                    Columns.at(CHECKED.minusSeconds(1)), oldest.customerId());

            // then
            assertThat(checks.due(BEGUN, MOST)).hasValueSatisfying(due -> {
                assertThat(due.cloud()).isEqualTo("germany");
                assertThat(due.permissions()).extracting(Permission::customerId).containsExactly(oldest.customerId());
            });

            jdbc.update("update customer set cloud = 'global' where id = ?", oldest.customerId());
        }

        @Test
        void what_is_put_off_comes_first_when_it_is_due_again() {
            // given
            List<Permission> first = due(BEGUN, MOST);
            checks.asked("mail", customers(first), BEGUN, BEGUN.plusMillis(1));

            // when
            checks.putOff("mail", "germany", BEGUN);
            assertThat(due(BEGUN, MOST)).hasSize(MOST);
            checks.putOff("mail", "global", BEGUN);

            // then
            assertThat(due(BEGUN, MOST)).isEmpty();
            assertThat(due(BEGUN.plus(Duration.ofDays(1)), MANY)).hasSize(MANY).endsWith(first.get(MOST - 1));
        }

        @Test
        void what_changed_since_it_was_read_is_not_touched() {
            // given
            Permission read = due(BEGUN, 1).get(0);
            jdbc.update("update permission set ends_at = ? where customer_id = ?",
                    Columns.at(BEGUN.plus(Duration.ofDays(1))), read.customerId());

            // then
            assertThat(checks.asked(read, BEGUN, BEGUN)).isFalse();
            assertThat(due(BEGUN, 1)).extracting(Permission::customerId).containsExactly(read.customerId());
        }

        @Test
        void what_took_effect_has_done_so_whatever_its_end_by_now_and_nothing_else() {
            // given
            Permission read = due(BEGUN, 1).get(0);
            jdbc.update("update permission set ends_at = ? where customer_id = ?",
                    Columns.at(BEGUN.plus(Duration.ofDays(1))), read.customerId());

            // when
            checks.tookEffect(read, BEGUN);

            // then
            assertThat(due(BEGUN, 1)).extracting(Permission::customerId).doesNotContain(read.customerId());

            // and when somebody else holds it by then
            Permission other = due(BEGUN, 1).get(0);
            jdbc.update("update permission set holder = 'fabrikam' where customer_id = ?", other.customerId());
            checks.tookEffect(other, BEGUN);
            assertThat(due(BEGUN, 1)).extracting(Permission::customerId).containsExactly(other.customerId());
            jdbc.update("update permission set holder = 'contoso' where customer_id = ?", other.customerId());
        }

        @Test
        void what_is_over_is_not_asked_about_again() {
            // given
            List<Permission> first = due(BEGUN, MOST);

            // when
            checks.over("mail", customers(first), BEGUN);

            // then
            assertThat(due(BEGUN.plus(Duration.ofDays(1)), MANY)).hasSize(MANY - MOST).doesNotContainAnyElementsOf(first);
        }

        private List<Permission> due(Instant since, int most) {
            return checks.due(since, most).map(Due::permissions).orElse(List.of());
        }

        private static List<UUID> customers(List<Permission> all) {
            return all.stream().map(Permission::customerId).toList();
        }
    }
}
