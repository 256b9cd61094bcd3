package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notices of ends that were given. */
@Repository
public class TermNotices {

    private final JdbcClient jdbc;

    TermNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the notice; false where the same one of the same end was given before. */
    public boolean add(TermNotice notice) {
        return jdbc.sql("""
                        insert into term_notice (id, relationship_id, customer_id, service, request_id, ends_at, days,
                            extended_to, noticed_at)
                        values (:id, :relationship, :customer, :service, :request, :endsAt, :days, :extendedTo, :at)
                        on conflict do nothing
                        """)
                .param("id", notice.id()).param("relationship", notice.relationshipId())
                .param("customer", notice.customerId()).param("service", notice.service())
                .param("request", notice.requestId()).param("endsAt", Columns.at(notice.endsAt()))
                .param("days", notice.days()).param("extendedTo", Columns.at(notice.extendedTo()))
                .param("at", Columns.at(notice.noticedAt())).update() == 1;
    }

    /** The notice. Throws {@link NotFoundException} where there is none. */
    public TermNotice get(UUID id) {
        return jdbc.sql("select * from term_notice where id = :id").param("id", id).query(TermNotices::map).optional()
                .orElseThrow(() -> new NotFoundException("notice of a term", id));
    }

    /** The notices given in a relationship, in their order. */
    public List<TermNotice> of(UUID relationship) {
        return jdbc.sql("select * from term_notice where relationship_id = :id order by noticed_at, service, days desc")
                .param("id", relationship).query(TermNotices::map).list();
    }

    private static TermNotice map(ResultSet row, int number) throws SQLException {
        return new TermNotice(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), Columns.uuid(row, "customer_id"),
                row.getString("service"), Columns.uuid(row, "request_id"), Columns.instant(row, "ends_at"),
                row.getInt("days"), Columns.optionalInstant(row, "extended_to"), Columns.instant(row, "noticed_at"));
    }
}
