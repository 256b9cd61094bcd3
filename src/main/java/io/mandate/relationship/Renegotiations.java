package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All proposals about duties to support; for each relationship at most one is open, and each is to get one duty at most. */
@Repository
public class Renegotiations {

    private final JdbcClient jdbc;

    Renegotiations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new one; false where one is open already, and nothing was stored that the caller may commit. */
    boolean add(Renegotiation proposed) {
        jdbc.sql("""
                        insert into renegotiation (id, relationship_id, request_id, kind, proposed_by, proposer, note, proposed_at,
                            takes_effect_at, answer_until, to_relationship_id, to_note, status, confirmed_by, accepted_by,
                            closed_by, reason)
                        values (:id, :relationship, :request, :kind, :by, :proposer, :note, :at, :effect, :until, :to, :toNote,
                            :status, '', '', '', '')
                        """)
                .param("id", proposed.id()).param("relationship", proposed.relationshipId())
                .param("request", proposed.requestId()).param("kind", proposed.kind().name())
                .param("by", proposed.proposedBy().name()).param("proposer", proposed.proposer())
                .param("note", proposed.note()).param("at", Columns.at(proposed.proposedAt()))
                .param("effect", Columns.at(proposed.takesEffectAt())).param("until", Columns.at(proposed.answerUntil()))
                .param("to", proposed.to().orElse(null)).param("toNote", proposed.toNote())
                .param("status", proposed.status().name()).update();
        return jdbc.sql("""
                        insert into open_renegotiation (relationship_id, renegotiation_id) values (:relationship, :id)
                        on conflict do nothing
                        """)
                .param("relationship", proposed.relationshipId()).param("id", proposed.id()).update() == 1;
    }

    /** Keeps the partner's place; false where it is to take on another duty already. */
    boolean claim(UUID id, UUID to) {
        return jdbc.sql("""
                        insert into open_handover (to_relationship_id, renegotiation_id) values (:to, :id) on conflict do nothing
                        """)
                .param("to", to).param("id", id).update() == 1;
    }

    /** The one of this id. Throws {@link NotFoundException} where there is none. */
    public Renegotiation get(UUID id) {
        return jdbc.sql("select * from renegotiation where id = :id").param("id", id).query(Renegotiations::map).optional()
                .orElseThrow(() -> new NotFoundException("renegotiation", id));
    }

    /** All about the duty of a relationship, the newest first. */
    public List<Renegotiation> of(UUID relationship) {
        return jdbc.sql("select * from renegotiation where relationship_id = :id order by proposed_at desc, id")
                .param("id", relationship).query(Renegotiations::map).list();
    }

    /** The open one about the duty of a relationship; empty for none. */
    public Optional<Renegotiation> open(UUID relationship) {
        return jdbc.sql("""
                        select r.* from open_renegotiation o join renegotiation r on r.id = o.renegotiation_id
                        where o.relationship_id = :id
                        """)
                .param("id", relationship).query(Renegotiations::map).optional();
    }

    /**
     * The open one by which a relationship is to get another's duty, as far as this side of it may know: a partner does not
     * before it is asked. Empty for none.
     */
    public Optional<Renegotiation> bringing(UUID relationship, Side knowing) {
        return jdbc.sql("""
                        select r.* from open_handover o join renegotiation r on r.id = o.renegotiation_id
                        where o.to_relationship_id = :id
                        """)
                .param("id", relationship).query(Renegotiations::map).optional()
                .filter(one -> knowing == Side.CUSTOMER || one.isOtherPartnerAsked());
    }

    /** All by which a relationship was asked to take on a duty, the newest first; never such as were not yet confirmed. */
    public List<Renegotiation> askedOf(UUID relationship) {
        return jdbc.sql("""
                        select * from renegotiation where to_relationship_id = :id and confirmed_at is not null
                        order by proposed_at desc, id
                        """)
                .param("id", relationship).query(Renegotiations::map).list();
    }

    /** The open ones by which a relationship would lose its duty, or get another's. */
    List<Renegotiation> touching(UUID relationship) {
        return jdbc.sql("""
                        select * from renegotiation where id in (
                            select renegotiation_id from open_renegotiation where relationship_id = :id
                            union select renegotiation_id from open_handover where to_relationship_id = :id)
                        order by id
                        """)
                .param("id", relationship).query(Renegotiations::map).list();
    }

    /** The other side confirms; false where it is not asked any more, or not in time, and nothing was changed. */
    boolean confirm(UUID id, String by, RenegotiationStatus next, Optional<UUID> to, String toNote, Instant until, Instant now) {
        return jdbc.sql("""
                        update renegotiation set status = :next, confirmed_by = :by, confirmed_at = :now,
                            to_relationship_id = :to, to_note = :toNote, answer_until = :until
                        where id = :id and status = 'PROPOSED' and answer_until > :now
                        """)
                .param("next", next.name()).param("by", by).param("now", Columns.at(now)).param("to", to.orElse(null))
                .param("toNote", toNote).param("until", Columns.at(until)).param("id", id).update() == 1;
    }

    /** The other partner accepts; false where it is not asked any more, or not in time, and nothing was changed. */
    boolean accept(UUID id, String by, Instant now) {
        return jdbc.sql("""
                        update renegotiation set status = 'AGREED', accepted_by = :by, accepted_at = :now
                        where id = :id and status = 'CONFIRMED' and answer_until > :now
                        """)
                .param("by", by).param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    /** It has come to its end; false where it did not stand as given any more, and nothing was changed. */
    boolean close(UUID id, RenegotiationStatus from, RenegotiationStatus end, String by, String reason, Instant now) {
        boolean closed = jdbc.sql("""
                        update renegotiation set status = :end, closed_by = :by, reason = :reason, closed_at = :now
                        where id = :id and status = :from
                        """)
                .param("end", end.name()).param("by", by).param("reason", reason).param("now", Columns.at(now))
                .param("id", id).param("from", from.name()).update() == 1;
        if (closed) {
            jdbc.sql("delete from open_renegotiation where renegotiation_id = :id").param("id", id).update();
            jdbc.sql("delete from open_handover where renegotiation_id = :id").param("id", id).update();
        }
        return closed;
    }

    private static Renegotiation map(ResultSet row, int number) throws SQLException {
        return new Renegotiation(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"), Columns.uuid(row, "request_id"),
                RenegotiationKind.valueOf(row.getString("kind")), Side.valueOf(row.getString("proposed_by")),
                row.getString("proposer"), row.getString("note"), Columns.instant(row, "proposed_at"),
                Columns.instant(row, "takes_effect_at"), Columns.instant(row, "answer_until"),
                Optional.ofNullable(Columns.uuid(row, "to_relationship_id")), row.getString("to_note"),
                RenegotiationStatus.valueOf(row.getString("status")), row.getString("confirmed_by"),
                Columns.optionalInstant(row, "confirmed_at"), row.getString("accepted_by"),
                Columns.optionalInstant(row, "accepted_at"), row.getString("closed_by"), row.getString("reason"),
                Columns.optionalInstant(row, "closed_at"), Columns.optionalInstant(row, "erased_at"));
    }
}
