package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests with their relationships, of all partners or of those of one provider, the newest first, searched and page by page. */
@Repository
public class OverviewList {

    private static final String FROM = """
            from request q join relationship r on r.id = q.relationship_id
                join customer c on c.id = r.customer_id join partner p on p.id = r.partner_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OverviewList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param search words of the customer's name, domain or addresses, or of the partner's name
     * @param status empty for any
     * @param provider only of partners that work through this one; empty for all
     * @param page counted from 1; one after the last gives the last
     */
    public record Query(SearchTerms search, Optional<RequestStatus> status, Optional<String> provider, int page) {}

    /**
     * A request as the list shows it.
     *
     * @param byProvider whether the provider whose partners are listed asked it
     */
    public record Row(UUID request, UUID relationship, String organisation, CustomerIdentity identity, String address,
            String partner, boolean byProvider, RelationshipStatus relationshipStatus, RequestStatus status, Instant openedAt,
            Optional<Instant> erasedAt) {}

    /** The page, in two statements however many rows there are. */
    public ListPage<Row> page(Query query) {
        int count = bind(jdbc.sql("select count(*) from (select 1 as one " + FROM + condition(query) + " limit :most) counted"), query)
                .param("most", ListPage.COUNTED + 1).query(Integer.class).single();
        int page = ListPage.nearest(query.page(), count);
        List<Row> rows = bind(jdbc.sql("""
                        select q.id, q.relationship_id, q.organisation, c.identity, q.address, p.name as partner,
                            q.kind <> 'ASSIGNMENT' and coalesce(q.provider = :provider, false) as by_provider,
                            """ + Standing.STATUS + """
                             as relationship_status, q.status, q.opened_at, q.erased_at
                        """ + FROM + condition(query) + " order by q.opened_at desc, q.id limit :limit offset :offset"), query)
                .param("now", Columns.at(clock.instant())).param("limit", ListPage.SIZE + 1).param("offset", (page - 1) * ListPage.SIZE)
                .query(OverviewList::map).list();
        return ListPage.of(rows, page, count);
    }

    private static String condition(Query query) {
        String terms = IntStream.range(0, query.search().terms().size())
                .mapToObj(term -> """
                         and (exists (select 1 from search_word w where w.relationship_id = r.id and %s)
                            or p.id in (select id from partner where position(:part%d in lower(name)) > 0))
                        """.formatted(SearchPlan.begins(term), term))
                .collect(Collectors.joining());
        return "where " + (query.status().isPresent() ? "q.status = :status" : "1 = 1")
                + (query.provider().isPresent() ? " and p.provider_id = :provider" : "") + terms;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Query query) {
        List<String> terms = query.search().terms();
        SearchPlan.bind(statement, terms);
        for (int term = 0; term < terms.size(); term++) {
            statement.param("part" + term, terms.get(term));
        }
        return statement.param("status", query.status().map(Enum::name).orElse(""))
                .param("provider", query.provider().orElse(""));
    }

    private static Row map(ResultSet row, int number) throws SQLException {
        return new Row(Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), row.getString("organisation"),
                new CustomerIdentity(row.getString("identity")), row.getString("address"), row.getString("partner"),
                row.getBoolean("by_provider"),
                RelationshipStatus.valueOf(row.getString("relationship_status")),
                RequestStatus.valueOf(row.getString("status")), Columns.instant(row, "opened_at"),
                Columns.optionalInstant(row, "erased_at"));
    }
}
