package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The relationships of one partner, searched, filtered, sorted and page by page, each page read along an index. */
@Repository
public class RelationshipList {

    /** The request that a list shows of a relationship: one that waits for the partner, else an open one, else the last. */
    private static final String SHOWN_REQUEST = """
            select q.id from request q where q.relationship_id = r.id
            order by case q.status when 'ADDRESS_REFUSED' then 0 when 'DRAFT' then 1 when 'SENDING' then 2
                when 'WAITING' then 2 else 3 end, q.opened_at desc, q.id limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SearchWords words;

    RelationshipList(JdbcClient jdbc, Clock clock, SearchWords words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
    }

    /** What the list can be sorted by; rows that agree in it stand in the order of organisations. */
    public enum Sort {
        ORGANISATION,
        STATUS,
        CHANGED
    }

    /**
     * What is looked for.
     *
     * @param status empty for any
     * @param page counted from 1; one after the last gives the last
     */
    public record Query(String partner, SearchTerms search, Optional<RelationshipStatus> status, Sort sort,
            boolean descending, int page) {}

    /** A relationship as the list shows it. */
    public record Row(UUID id, String organisation, CustomerIdentity identity, String cloud, RelationshipStatus status,
            UUID request, RequestStatus requestStatus, Instant changedAt) {}

    /** The page, in three statements however many rows there are, two where nothing is searched. */
    public ListPage<Row> page(Query query) {
        SearchPlan plan = words.plan(query.search(), "and w.partner_id = :partner", Map.of("partner", query.partner()),
                query.sort() != Sort.STATUS);
        int count = bind(jdbc.sql("select count(*) from (select 1 as one from %s where %s limit :most) counted"
                        .formatted(plan.from(), condition(plan) + status(query))), query, plan)
                .param("most", ListPage.COUNTED + 1).query(Integer.class).single();
        int page = ListPage.nearest(query.page(), count);
        return ListPage.of(rows(query, plan, (page - 1) * ListPage.SIZE, ListPage.SIZE + 1), page, count);
    }

    private List<Row> rows(Query query, SearchPlan plan, int offset, int limit) {
        String key = query.sort() == Sort.CHANGED ? "changed_at" : "sort_name";
        String page = "select place, id from (%s) found order by %s limit :limit offset :offset"
                .formatted(found(query, plan, key), order(query, "place", key, "id"));
        return bind(jdbc.sql("""
                        select r.id, r.organisation, c.identity, c.cloud, %s as status, r.changed_at,
                            shown.id as request_id, shown.status as request_status
                        from (%s) page
                            join relationship r on r.id = page.id
                            join customer c on c.id = r.customer_id
                            join request shown on shown.id = (%s)
                        order by %s
                        """.formatted(Standing.STATUS, page, SHOWN_REQUEST, order(query, "page.place", "r." + key, "r.id"))), query, plan)
                .param("end", offset + limit).param("offset", offset).param("limit", limit)
                .query(RelationshipList::map).list();
    }

    /**
     * The list's beginning up to the page's end, read in the order of an index: once, or for each status in turn; sorted by
     * status, those whose last permission lapsed stand among those in force until that is written down. (H2
     * sees the order of an index only where the index has all that is selected.)
     */
    private static String found(Query query, SearchPlan plan, String key) {
        if (query.status().isEmpty() && query.sort() != Sort.STATUS) {
            return found(query, plan, key, 0, "r.partner_id", "");
        }
        Stream<String> parts = query.status().map(status -> Standing.conditions(status).stream()
                        .map(one -> found(query, plan, key, 0, "r.partner_id, r.status", " and " + one)))
                .orElseGet(() -> Arrays.stream(RelationshipStatus.values())
                        .map(status -> found(query, plan, key, status.ordinal(), "r.partner_id, r.status",
                                " and r.status = '" + status + "'")));
        return parts.map(part -> "(" + part + ")").collect(Collectors.joining(" union all "));
    }

    private static String found(Query query, SearchPlan plan, String key, int place, String group, String more) {
        String columns = group + ", r." + key + ", r.id";
        return "select %d as place, %s from %s where %s%s order by %s limit :end".formatted(place, columns, plan.from(),
                condition(plan), more, order(query, columns.split(", ")));
    }

    private static String order(Query query, String... columns) {
        return Stream.of(columns).map(column -> column + (query.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String condition(SearchPlan plan) {
        return "r.partner_id = :partner" + plan.condition();
    }

    private static String status(Query query) {
        return query.status().map(status -> " and (" + String.join(" or ", Standing.conditions(status)) + ")").orElse("");
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Query query, SearchPlan plan) {
        return plan.bind(statement).param("partner", query.partner())
                .param("now", Columns.at(clock.instant()));
    }

    private static Row map(ResultSet row, int number) throws SQLException {
        return new Row(Columns.uuid(row, "id"), row.getString("organisation"), new CustomerIdentity(row.getString("identity")),
                row.getString("cloud"), RelationshipStatus.valueOf(row.getString("status")),
                Columns.uuid(row, "request_id"), RequestStatus.valueOf(row.getString("request_status")),
                Columns.instant(row, "changed_at"));
    }
}
