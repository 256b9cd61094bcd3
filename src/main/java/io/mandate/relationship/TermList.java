package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The permissions that one partner holds, by their end, page by page; each page is read along an index. */
@Repository
public class TermList {

    private final JdbcClient jdbc;
    private final Clock clock;

    TermList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A permission as the list shows it, with its customer's organisation. */
    public record Row(HeldTerm term, String organisation) {}

    /** How many permissions end in a month, in UTC. */
    public record Month(YearMonth month, int ends) {}

    /**
     * The page, in two statements however many rows there are.
     *
     * @param number counted from 1; one after the last gives the last
     */
    public ListPage<Row> page(String partner, int number) {
        Instant now = clock.instant();
        int count = jdbc.sql("""
                        select count(*) from (
                            select 1 as one from permission where holder = :partner and ends_at > :now limit :most) counted
                        """)
                .param("partner", partner).param("now", Columns.at(now)).param("most", ListPage.COUNTED + 1)
                .query(Integer.class).single();
        int page = ListPage.nearest(number, count);
        return ListPage.of(rows(partner, now, (page - 1) * ListPage.SIZE), page, count);
    }

    private List<Row> rows(String partner, Instant now, int offset) {
        return jdbc.sql("""
                        select p.*, customer.cloud, relationship.organisation from (
                            select * from permission where holder = :partner and ends_at > :now
                            order by holder, ends_at, customer_id, service limit :limit offset :offset) p
                        join customer on customer.id = p.customer_id
                        join relationship on relationship.id = p.relationship_id
                        order by p.ends_at, p.customer_id, p.service
                        """)
                .param("partner", partner).param("now", Columns.at(now))
                .param("limit", ListPage.SIZE + 1).param("offset", offset).query(TermList::map).list();
    }

    /**
     * How many of the partner's permissions end in each month, from the present one on; in one statement.
     *
     * @param months how many months
     */
    public List<Month> months(String partner, int months) {
        Instant now = clock.instant();
        YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            sums.add("(select count(*) from permission where holder = :partner and ends_at > :now and ends_at >= :from%d and ends_at < :from%d)"
                    .formatted(i, i + 1));
        }
        JdbcClient.StatementSpec statement = jdbc.sql("select " + String.join(", ", sums))
                .param("partner", partner).param("now", Columns.at(now));
        for (int i = 0; i <= months; i++) {
            statement.param("from" + i, first.plusMonths(i).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        return statement.query((row, number) -> {
            List<Month> all = new ArrayList<>();
            for (int i = 0; i < months; i++) {
                all.add(new Month(first.plusMonths(i), row.getInt(i + 1)));
            }
            return all;
        }).single();
    }

    private static Row map(ResultSet row, int number) throws SQLException {
        return new Row(Terms.map(row, number), row.getString("organisation"));
    }
}
