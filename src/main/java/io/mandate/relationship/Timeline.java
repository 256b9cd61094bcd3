package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to a relationship, in the order in which it happened, also where it was noted later. */
@Repository
public class Timeline {

    private final JdbcClient jdbc;
    private final Evidence evidence;

    Timeline(JdbcClient jdbc, Evidence evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
    }

    /**
     * One thing that happened.
     *
     * @param actor who did it, empty for Mandate itself
     * @param detail what the event's text needs, such as an address or a reason; empty for none
     * @param erasedAt since when it is without persons, see {@link Erased}
     */
    public record Entry(UUID relationshipId, UUID requestId, Instant happenedAt, TimelineEvent event, String actor, String detail,
            Optional<Instant> erasedAt) {}

    /** Adds what happened to a request. */
    @Transactional
    public void add(Request request, Instant at, TimelineEvent event, String actor, String detail) {
        add(request.relationshipId(), request.id(), at, event, actor, detail, Facts.of(event, request, detail), Map.of());
    }

    /** Adds what happened to a relationship. */
    void add(UUID relationship, UUID request, Instant at, TimelineEvent event, String actor, String detail) {
        add(relationship, request, at, event, Origin.actor(actor), detail);
    }

    /** Adds what happened to a relationship, perhaps on somebody's wish. */
    void add(UUID relationship, UUID request, Instant at, TimelineEvent event, Origin origin, String detail) {
        add(relationship, request, at, event, origin, detail, Facts.of(event, detail), Map.of());
    }

    /**
     * Adds what happened; everything that is an act is written down as evidence with it.
     *
     * @param facts what the act was, see {@link Act#facts}
     * @param persons what may name a person, beside the actor and the detail
     */
    void add(UUID relationship, UUID request, Instant at, TimelineEvent event, String actor, String detail,
            Map<String, Object> facts, Map<String, String> persons) {
        add(relationship, request, at, event, Origin.actor(actor), detail, facts, persons);
    }

    private void add(UUID relationship, UUID request, Instant at, TimelineEvent event, Origin origin, String detail,
            Map<String, Object> facts, Map<String, String> persons) {
        insert(relationship, request, at, event, origin.person(), detail);
        if (event.isAct() && !event.isConsent()) {
            Map<String, String> named = origin.among(persons);
            evidence.record(new Act(relationship, request, at, event.name(), origin.actor(), facts,
                    event.mayNamePerson() && !detail.isEmpty() ? Facts.with(named, "detail", detail) : named));
        }
    }

    /** Of a request that is erased, what happens is noted without persons: nobody would erase them later. */
    private void insert(UUID relationship, UUID request, Instant at, TimelineEvent event, String actor, String detail) {
        jdbc.sql("""
                        insert into timeline (relationship_id, request_id, happened_at, event, actor, detail, erased_at)
                        select :relationship, id, :at, :event, case when erased_at is null then cast(:actor as varchar) else :erasedActor end,
                            case when erased_at is null then cast(:detail as varchar) else :erasedDetail end, erased_at
                        from request where id = :request
                        """)
                .param("relationship", relationship).param("request", request)
                .param("at", Columns.at(at)).param("event", event.name()).param("actor", actor).param("detail", detail)
                .param("erasedActor", erased(actor)).param("erasedDetail", event.mayNamePerson() ? erased(detail) : detail)
                .update();
    }

    /** Nothing where nothing stood. */
    private static String erased(String words) {
        return words.isEmpty() ? "" : Erased.WORDS;
    }

    /** What happened to one request, oldest first. */
    public List<Entry> ofRequest(UUID request) {
        return entries("request_id", request);
    }

    /** What happened to a relationship, oldest first. */
    public List<Entry> ofRelationship(UUID relationship) {
        return entries("relationship_id", relationship);
    }

    private List<Entry> entries(String column, UUID id) {
        return jdbc.sql("select * from timeline where " + column + " = :id order by happened_at, id").param("id", id)
                .query((row, number) -> new Entry(
                        Columns.uuid(row, "relationship_id"), Columns.uuid(row, "request_id"),
                        Columns.instant(row, "happened_at"), TimelineEvent.valueOf(row.getString("event")),
                        row.getString("actor"), row.getString("detail"), Columns.optionalInstant(row, "erased_at")))
                .list();
    }
}
