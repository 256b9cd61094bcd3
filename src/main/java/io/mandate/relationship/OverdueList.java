package io.mandate.relationship;

import io.mandate.relationship.Overdue.End;
import io.mandate.relationship.Overdue.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which relationships are to be looked at for persons that are to be erased. */
@Repository
class OverdueList {

    private static final String PARTS = """
            select id, relationship_id, %s as granted, closed_at, erased_at, %s as called from %s
            where relationship_id in (:ids) order by %s
            """;

    private static final String CALLED = """
            exists (select 1 from support_contact c join relationship r on r.id = c.relationship_id
                join partner p on p.id = r.partner_id and p.provider_id = c.provider
                where c.relationship_id = request.relationship_id and c.provider = request.provider)
            """;

    private final JdbcClient jdbc;

    OverdueList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> lock(Instant before, int most) {
        return jdbc.sql("""
                        select id from relationship where over_since <= :before order by over_since, id limit :most
                        for update skip locked
                        """)
                .param("before", Columns.at(before)).param("most", most).query(UUID.class).list();
    }

    /** When these are to be looked at next; never, unless something happens, where nothing is said. */
    void next(Collection<UUID> ids, Map<UUID, Instant> overSince) {
        List<UUID> never = ids.stream().filter(one -> !overSince.containsKey(one)).toList();
        if (!never.isEmpty()) {
            jdbc.sql("update relationship set over_since = null where id in (:ids)").param("ids", never).update();
        }
        overSince.forEach((id, at) -> jdbc.sql("update relationship set over_since = :next where id = :id")
                .param("next", Columns.at(at)).param("id", id).update());
    }

    /** What these consist of, in four statements; they are locked, so that nobody adds to it. */
    List<Overdue> of(Collection<UUID> ids) {
        Map<UUID, List<Part>> requests = parts("status = 'APPROVED'", CALLED, "request", "opened_at desc, id", ids);
        Map<UUID, List<Part>> terminations = parts("status = 'ENDED'", "false", "termination", "id", ids);
        Map<UUID, List<End>> permissions = new HashMap<>();
        jdbc.sql("""
                        select relationship_id, request_id, ends_at from permission where relationship_id in (:ids)
                        union all
                        select r.relationship_id, l.request_id, r.revoked_at from lost_permission l
                            join revocation r on r.id = l.revocation_id where r.relationship_id in (:ids)
                        """)
                .param("ids", ids).query(row -> {
                    permissions.computeIfAbsent(Columns.uuid(row, "relationship_id"), id -> new ArrayList<>())
                            .add(new End(Columns.uuid(row, "request_id"), Columns.instant(row, "ends_at")));
                });
        return jdbc.sql("select id, status, ended_at from relationship where id in (:ids) order by id")
                .param("ids", ids)
                .query((row, number) -> {
                    UUID id = Columns.uuid(row, "id");
                    return new Overdue(id, RelationshipStatus.valueOf(row.getString("status")).isInForce(),
                            Columns.optionalInstant(row, "ended_at"), requests.getOrDefault(id, List.of()),
                            terminations.getOrDefault(id, List.of()), permissions.getOrDefault(id, List.of()));
                })
                .list();
    }

    private Map<UUID, List<Part>> parts(String granted, String called, String table, String order, Collection<UUID> ids) {
        Map<UUID, List<Part>> found = new HashMap<>();
        jdbc.sql(PARTS.formatted(granted, called, table, order)).param("ids", ids)
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, "relationship_id"), id -> new ArrayList<>()).add(part(row));
                });
        return found;
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(Columns.uuid(row, "id"), row.getBoolean("granted"), Columns.optionalInstant(row, "closed_at"),
                Columns.optionalInstant(row, "erased_at").isPresent(), row.getBoolean("called"));
    }
}
