package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All wishes to end a relationship; for each relationship at most one is open. */
@Repository
public class Terminations {

    private final JdbcClient jdbc;

    Terminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new one; false where one is open already, and nothing was stored that the caller may commit. */
    boolean add(Termination asked) {
        jdbc.sql("""
                        insert into termination (id, relationship_id, request_id, in_force_since, asked_by, asker, note, asked_at,
                            notice_until, put_off, status, closed_by)
                        values (:id, :relationship, :request, :since, :by, :asker, :note, :at, :until, :putOff, :status, '')
                        """)
                .param("id", asked.id()).param("relationship", asked.relationshipId()).param("request", asked.requestId())
                .param("since", Columns.at(asked.inForceSince())).param("by", asked.askedBy().name())
                .param("asker", asked.asker()).param("note", asked.note())
                .param("at", Columns.at(asked.askedAt())).param("until", Columns.at(asked.noticeUntil()))
                .param("putOff", asked.putOff()).param("status", asked.status().name()).update();
        return jdbc.sql("""
                        insert into open_termination (relationship_id, termination_id) values (:relationship, :id)
                        on conflict do nothing
                        """)
                .param("relationship", asked.relationshipId()).param("id", asked.id()).update() == 1;
    }

    /** The one of this id. Throws {@link NotFoundException} where there is none. */
    public Termination get(UUID id) {
        return jdbc.sql("select * from termination where id = :id").param("id", id).query(Terminations::map).optional()
                .orElseThrow(() -> new NotFoundException("termination", id));
    }

    /** All of a relationship, the newest first. */
    public List<Termination> of(UUID relationship) {
        return jdbc.sql("select * from termination where relationship_id = :id order by asked_at desc, id")
                .param("id", relationship).query(Terminations::map).list();
    }

    /** The newest of a relationship; empty where nobody ever asked. */
    public Optional<Termination> newest(UUID relationship) {
        return of(relationship).stream().findFirst();
    }

    /** The open one of a relationship; empty for none. */
    public Optional<Termination> open(UUID relationship) {
        return jdbc.sql("""
                        select t.* from open_termination o join termination t on t.id = o.termination_id
                        where o.relationship_id = :id
                        """)
                .param("id", relationship).query(Terminations::map).optional();
    }

    /** Notes who confirms it; false where it is not open any more, and nothing was changed. */
    boolean confirm(UUID id, String by) {
        return jdbc.sql("update termination set closed_by = :by where id = :id and status = 'ASKED'")
                .param("by", by).param("id", id).update() == 1;
    }

    /** Lets it end later, without the confirmation that it may have had; false where it is not open any more. */
    boolean putOff(UUID id, Instant until) {
        return jdbc.sql("""
                        update termination set notice_until = :until, put_off = true, closed_by = ''
                        where id = :id and status = 'ASKED'
                        """)
                .param("until", Columns.at(until)).param("id", id).update() == 1;
    }

    /** Takes it back; false where it is not open any more, and nothing was changed. */
    boolean takeBack(UUID id, String by, Instant now) {
        return close(jdbc.sql("""
                        update termination set status = 'TAKEN_BACK', closed_by = :by, closed_at = :now
                        where id = :id and status = 'ASKED'
                        """).param("by", by), id, now);
    }

    /** The relationship has ended; false where it is not open any more, and nothing was changed. */
    boolean end(UUID id, Optional<UUID> revocation, Instant now) {
        return close(jdbc.sql("""
                        update termination set status = 'ENDED', revocation_id = :revocation, closed_at = :now
                        where id = :id and status = 'ASKED'
                        """).param("revocation", revocation.orElse(null)), id, now);
    }

    private boolean close(JdbcClient.StatementSpec guarded, UUID id, Instant now) {
        return guarded.param("id", id).param("now", Columns.at(now)).update() == 1 && jdbc.sql("""
                        delete from open_termination
                        where relationship_id = (select relationship_id from termination where id = :id)
                        """).param("id", id).update() == 1;
    }

    private static Termination map(ResultSet row, int number) throws SQLException {
        return new Termination(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), Columns.uuid(row, "request_id"),
                Columns.instant(row, "in_force_since"),
                Side.valueOf(row.getString("asked_by")), row.getString("asker"), row.getString("note"),
                Columns.instant(row, "asked_at"), Columns.instant(row, "notice_until"), row.getBoolean("put_off"),
                TerminationStatus.valueOf(row.getString("status")), row.getString("closed_by"),
                Columns.optionalInstant(row, "closed_at"), Optional.ofNullable(Columns.uuid(row, "revocation_id")),
                Columns.optionalInstant(row, "erased_at"));
    }
}
