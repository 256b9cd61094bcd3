package io.mandate.account;

import io.mandate.identity.Role;
import io.mandate.relationship.Columns;
import io.mandate.relationship.ListPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of staff, by name, searched and page by page. */
@Repository
public class AccountList {

    private static final String FROM = "from account a left join partner p on p.id = a.partner_id ";

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param words parts of the name, the address or the partner's name, in lower case
     * @param role empty for any
     * @param partner the id of the only one whose people are listed; empty for all staff
     * @param page counted from 1; one after the last gives the last
     */
    public record Query(List<String> words, Optional<Role> role, Optional<String> partner, int page) {

        /** No person types more. */
        private static final int MOST_WORDS = 6;

        /** As somebody typed it. */
        public static Query of(String typed, Optional<Role> role, Optional<String> partner, int page) {
            return new Query(Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[\\s\\p{Z}\\p{Cc}]+"))
                    .filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList(), role, partner, page);
        }
    }

    /**
     * An account as the lists show it.
     *
     * @param partner the partner's name
     * @param provider the identity provider by which the person signs in; empty for a local account
     */
    public record Row(String username, String name, Role role, Optional<String> partner, Optional<String> provider,
            boolean withPassword, Optional<Instant> lockedAt, Optional<Instant> lastSignInAt, int version) {}

    /** The page, in two statements. */
    public ListPage<Row> page(Query query) {
        int count = bind(jdbc.sql("select count(*) from (select 1 as one " + FROM + condition(query) + " limit :most) counted"), query)
                .param("most", ListPage.COUNTED + 1).query(Integer.class).single();
        int page = ListPage.nearest(query.page(), count);
        List<Row> rows = bind(jdbc.sql("""
                        select a.username, a.display_name, a.role, p.name as partner, a.provider,
                            a.password_hash is not null as with_password, a.locked_at, a.last_sign_in_at, a.version
                        """ + FROM + condition(query) + " order by lower(a.display_name), a.username limit :limit offset :offset"), query)
                .param("limit", ListPage.SIZE + 1).param("offset", (page - 1) * ListPage.SIZE)
                .query(AccountList::row).list();
        return ListPage.of(rows, page, count);
    }

    private static String condition(Query query) {
        String terms = IntStream.range(0, query.words().size())
                .mapToObj(term -> " and position(:term%d in lower(a.display_name || ' ' || a.username || ' ' || coalesce(p.name, ''))) > 0"
                        .formatted(term))
                .collect(Collectors.joining());
        return "where a.role <> 'CUSTOMER'" + (query.role().isPresent() ? " and a.role = :role" : "")
                + (query.partner().isPresent() ? " and a.partner_id = :partner" : "") + terms;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Query query) {
        List<String> terms = query.words();
        for (int term = 0; term < terms.size(); term++) {
            statement.param("term" + term, terms.get(term));
        }
        return statement.param("role", query.role().map(Role::name).orElse(""))
                .param("partner", query.partner().orElse(""));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("username"), row.getString("display_name"), Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("partner")), Optional.ofNullable(row.getString("provider")),
                row.getBoolean("with_password"), Columns.optionalInstant(row, "locked_at"),
                Columns.optionalInstant(row, "last_sign_in_at"), row.getInt("version"));
    }
}
