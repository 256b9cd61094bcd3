package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All changes of terms. */
@Repository
public class TermChanges {

    private final JdbcClient jdbc;

    TermChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TermChange change) {
        jdbc.sql("""
                        insert into term_change (id, relationship_id, customer_id, service, request_id, reason, ended_before,
                            ends_after, actor, note, changed_at)
                        values (:id, :relationship, :customer, :service, :request, :reason, :before, :after, :actor, :note, :at)
                        """)
                .param("id", change.id()).param("relationship", change.relationshipId())
                .param("customer", change.customerId()).param("service", change.service())
                .param("request", change.requestId()).param("reason", change.reason().name())
                .param("before", Columns.at(change.before())).param("after", Columns.at(change.after()))
                .param("actor", change.actor()).param("note", change.note()).param("at", Columns.at(change.changedAt()))
                .update();
    }

    /** The change. Throws {@link NotFoundException} where there is none. */
    public TermChange get(UUID id) {
        return jdbc.sql("select * from term_change where id = :id").param("id", id).query(TermChanges::map).optional()
                .orElseThrow(() -> new NotFoundException("change of a term", id));
    }

    /** What changed in a relationship, the newest first. */
    public List<TermChange> of(UUID relationship) {
        return jdbc.sql("select * from term_change where relationship_id = :id order by changed_at desc, id")
                .param("id", relationship).query(TermChanges::map).list();
    }

    private static TermChange map(ResultSet row, int number) throws SQLException {
        return new TermChange(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), Columns.uuid(row, "customer_id"),
                row.getString("service"), Columns.uuid(row, "request_id"), TermChangeReason.valueOf(row.getString("reason")),
                Columns.instant(row, "ended_before"), Columns.instant(row, "ends_after"), row.getString("actor"),
                row.getString("note"), Columns.instant(row, "changed_at"));
    }
}
