package io.mandate.relationship;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes persons out of the rows of the record. A row says since when it is without them, and is not touched again. */
@Repository
class ErasedRows {

    private static final Set<String> KEPT_DETAILS = Arrays.stream(TimelineEvent.values())
            .filter(event -> !event.mayNamePerson()).map(Enum::name).collect(Collectors.toSet());

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Consents consents;

    ErasedRows(JdbcClient jdbc, Requests requests, Consents consents) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.consents = consents;
    }

    /** Requests, their answers and proofs, their events, and changes of their terms. */
    void eraseRequests(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        requests.forgetAll();
        consents.forgetAll();
        erase("update request set name = '', address = :address, requester = :address, requester_name = :words, subject = '', text = '',"
                + " reason = " + words("reason") + ", erased_at = :now where id in (:ids) and erased_at is null", ids)
                .param("address", Erased.ADDRESS.value()).param("words", Erased.WORDS).param("now", Columns.at(now)).update();
        erase("update consent set name = :words, address = :address, shown = '' where request_id in (:ids)", ids)
                .param("address", Erased.ADDRESS.value()).param("words", Erased.WORDS).update();
        erase("delete from proof where request_id in (:ids)", ids).update();
        erase("delete from request_name where request_id in (:ids)", ids).update();
        erase("update timeline set actor = " + words("actor") + ", detail = case when event in (:kept) then detail else "
                + words("detail") + " end, erased_at = :now where request_id in (:ids) and erased_at is null", ids)
                .param("kept", KEPT_DETAILS).param("now", Columns.at(now)).update();
        erase("update term_change set actor = " + words("actor") + ", note = " + words("note")
                + ", erased_at = :now where relationship_id in (select relationship_id from request where id in (:ids))"
                + " and request_id in (:ids) and erased_at is null", ids)
                .param("now", Columns.at(now)).update();
    }

    void eraseTerminations(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            erase("update termination set asker = " + words("asker") + ", note = " + words("note") + ", closed_by = "
                    + words("closed_by") + ", erased_at = :now where id in (:ids) and erased_at is null", ids)
                    .param("now", Columns.at(now)).update();
        }
    }

    /** What was proposed about the duties of relationships, and came to its end before this instant. */
    void eraseRenegotiations(Collection<UUID> relationships, Instant before, Instant now) {
        erase("update renegotiation set proposer = :words, note = " + words("note") + ", to_note = " + words("to_note")
                + ", confirmed_by = " + words("confirmed_by") + ", accepted_by = " + words("accepted_by") + ", closed_by = "
                + words("closed_by") + ", reason = " + words("reason") + ", erased_at = :now"
                + " where relationship_id in (:ids) and closed_at <= :before and erased_at is null", relationships)
                .param("words", Erased.WORDS).param("before", Columns.at(before)).param("now", Columns.at(now)).update();
    }

    /** When what was proposed about the duties of relationships came to its end, the earliest that is not erased yet. */
    Map<UUID, Instant> renegotiationsLeft(Collection<UUID> relationships) {
        Map<UUID, Instant> left = new HashMap<>();
        erase("""
                        select relationship_id, min(closed_at) as closed_at from renegotiation
                        where relationship_id in (:ids) and closed_at is not null and erased_at is null group by relationship_id
                        """, relationships)
                .query(row -> {
                    left.put(Columns.uuid(row, "relationship_id"), Columns.instant(row, "closed_at"));
                });
        return left;
    }

    /** The losses of relationships, where all requests by which it was held are erased by now. */
    void eraseRevocations(Collection<UUID> relationships, Instant now) {
        if (!relationships.isEmpty()) {
            erase("update revocation set actor = " + words("actor") + ", note = " + words("note") + """
                    , erased_at = :now where relationship_id in (:ids) and erased_at is null and not exists (
                        select 1 from lost_permission l join request q on q.id = l.request_id
                        where l.revocation_id = revocation.id and q.erased_at is null)
                    """, relationships).param("now", Columns.at(now)).update();
        }
    }

    private JdbcClient.StatementSpec erase(String statement, Collection<UUID> ids) {
        return jdbc.sql(statement).param("ids", List.copyOf(ids));
    }

    /** Nothing where nothing stood. */
    private static String words(String column) {
        return "case when " + column + " = '' then '' else '" + Erased.WORDS + "' end";
    }
}
