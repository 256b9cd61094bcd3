package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.RelationshipList.Query;
import io.mandate.relationship.RelationshipList.Row;
import io.mandate.relationship.RelationshipList.Sort;
import io.mandate.testing.MandateTest;
import io.mandate.testing.People;
import io.mandate.testing.StatementCount;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** A partner's list with many rows: what a page costs does not depend on how many there are. */
class RelationshipListTests {

    private static final String PARTNER = "contoso";
    private static final int MANY = 20_000;

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = "mandate.test.rows=relationships")
    class On_h2 extends Behaviour {

        /** H2 tells how many index entries it read; 300 leave room for a page's rows, looked up once for each status. */
        @ParameterizedTest
        @EnumSource(Sort.class)
        void a_page_is_read_along_an_index(Sort sort) {
            assertLittleIsRead(statement("", sort));
        }

        @ParameterizedTest
        @EnumSource(Sort.class)
        void a_search_for_a_rare_word_begins_with_its_rows(Sort sort) {
            String rare = "ida@c77.contoso";
            String next = "ida@c77.contosp";

            assertLittleIsRead(statement(rare, sort)
                    .replace("w.word >= ?", "w.word >= X'" + HexFormat.of().formatHex(SearchWords.bytes(rare)) + "'")
                    .replace("w.word < ?", "w.word < X'" + HexFormat.of().formatHex(SearchWords.bytes(next)) + "'"));
        }

        private void assertLittleIsRead(String statement) {
            String plan = jdbc.queryForObject("explain analyze " + statement, String.class);

            assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results())
                    .isNotEmpty()
                    .allSatisfy(scan -> assertThat(Integer.parseInt(scan.group(1))).as(plan).isLessThan(300));
        }
    }

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    @TestPropertySource(properties = {"mandate.test.database=postgresql", "mandate.test.rows=relationships"})
    class On_postgresql extends Behaviour {

        @ParameterizedTest
        @EnumSource(Sort.class)
        void a_page_is_read_along_an_index(Sort sort) {
            String plan = String.join("\n", jdbc.queryForList("explain " + statement("", sort), String.class));

            assertThat(plan).containsPattern("Index (Only )?Scan.* using relationship_by_").doesNotContain("Seq Scan on relationship");
        }
    }

    abstract static class Behaviour {

        @Autowired RelationshipList list;
        @Autowired JdbcTemplate jdbc;
        @Autowired StatementCount count;

        @BeforeEach
        void many(@Autowired Partners partners) {
            if (jdbc.queryForObject("select count(*) from relationship", Integer.class) == 0) {
                People.join(partners);
                new ManyRelationships(jdbc).of(PARTNER, MANY);
                new ManyRelationships(jdbc).of("fabrikam", 30);
            }
        }

        /** The statement that reads a first page, with the values that it was sent with. */
        String statement(String search, Sort sort) {
            count.take();
            list.page(query(search, sort, true, 1));
            List<String> statements = count.take().statements();
            return statements.get(statements.size() - 1)
                    .replace("partner_id = ?", "partner_id = '" + PARTNER + "'")
                    .replace("p.ends_at > ?", "p.ends_at > timestamp with time zone '2026-06-01 00:00:00+00'")
                    .replace("offset ?", "offset 0").replace("limit ?", "limit 26");
        }

        @Test
        void a_page_costs_two_statements_and_three_with_a_search() {
            for (String partner : List.of(PARTNER, "fabrikam")) {
                for (Sort sort : Sort.values()) {
                    count.take();
                    list.page(new Query(partner, SearchTerms.NONE, Optional.empty(), sort, false, 2));
                    assertThat(count.take().statements()).hasSize(2);
                    list.page(new Query(partner, SearchTerms.of("coffee c1"), Optional.of(RelationshipStatus.IN_FORCE), sort, true, 1));
                    assertThat(count.take().statements()).hasSize(3);
                }
            }
        }

        @Test
        void counting_stops_where_it_helps_nobody() {
            assertThat(list.page(query("", Sort.CHANGED, true, 1)).isUncounted()).isTrue();
            assertThat(list.page(query("teahouse", Sort.CHANGED, true, 1)).count()).isEqualTo(MANY / 100);
        }

        @Test
        void rare_and_frequent_words_find_what_begins_with_them() {
            assertThat(list.page(query("TEAH 19900", Sort.ORGANISATION, false, 1)).rows())
                    .extracting(Row::organisation).containsExactly("Teahouse 19900");
            assertThat(list.page(query("ida@c77.contoso", Sort.ORGANISATION, false, 1)).rows())
                    .extracting(Row::organisation).containsExactly("Coffee 77");
            assertThat(list.page(query("coffee contoso", Sort.CHANGED, true, 1)).rows())
                    .hasSize(ListPage.SIZE).first().extracting(Row::organisation).isEqualTo("Coffee " + (MANY - 1));
            assertThat(list.page(query("offee", Sort.CHANGED, true, 1)).rows()).isEmpty();
            assertThat(list.page(query("%", Sort.CHANGED, true, 1)).rows()).isEmpty();
            assertThat(list.page(query("c_7", Sort.CHANGED, true, 1)).rows()).isEmpty();
            assertThat(list.page(query("fabrikam", Sort.CHANGED, true, 1)).rows()).isEmpty();
        }

        @Test
        void of_two_frequent_words_that_both_narrow_the_search_the_rarest_is_begun_with() {
            assertThat(statement("c12", Sort.CHANGED)).as("frequent alone").doesNotContain(") hit");
            assertThat(statement("c12 coffee", Sort.CHANGED)).contains(") hit");
            assertThat(statement("c12 contoso", Sort.CHANGED)).as("every row has the other").doesNotContain(") hit");
            assertThat(statement("c12 coffee", Sort.STATUS)).as("read once for each status").doesNotContain(") hit");
            assertThat(list.page(query("c12 coffee", Sort.ORGANISATION, false, 1)).rows())
                    .hasSize(ListPage.SIZE).first().extracting(Row::organisation).isEqualTo("Coffee 12");
        }

        @Test
        void pages_follow_each_other_without_gap_or_repetition() {
            var first = list.page(query("", Sort.CHANGED, true, 1)).rows();
            var second = list.page(query("", Sort.CHANGED, true, 2)).rows();
            var last = list.page(query("", Sort.CHANGED, true, MANY / ListPage.SIZE));

            assertThat(first).first().extracting(Row::organisation).isEqualTo("Coffee " + (MANY - 1));
            assertThat(second).first().extracting(Row::organisation).isEqualTo("Coffee " + (MANY - 1 - ListPage.SIZE));
            assertThat(last.rows()).last().extracting(Row::organisation).isEqualTo("Teahouse 0");
            assertThat(last.followed()).isFalse();
        }

        @Test
        void sorted_by_status_the_open_ones_come_first_and_names_follow_within() {
            assertThat(list.page(query("teahouse", Sort.STATUS, false, 1)).rows()).extracting(Row::status)
                    .containsOnly(RelationshipStatus.REQUESTED);
            assertThat(list.page(query("", Sort.STATUS, false, 1)).rows()).extracting(Row::organisation)
                    .isSorted().allSatisfy(name -> assertThat(name).startsWith("Coffee"));
        }

        static Query query(String search, Sort sort, boolean descending, int page) {
            return new Query(PARTNER, SearchTerms.of(search), Optional.empty(), sort, descending, page);
        }
    }
}
