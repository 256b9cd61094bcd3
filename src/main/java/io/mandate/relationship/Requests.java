package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All requests. Whoever changes one locks it first, changes it by its transitions and saves it, in one transaction. */
@Repository
public class Requests {

    private static final String COLUMNS = """
            id, relationship_id, kind, status, name, organisation, address, language, country, asked, approved,
            without_permission, subject, text, sent_by, requester, requester_name, requester_language, provider, link_number, reminders_stopped, reason,
            opened_at, sent_at, valid_until, closed_at, erased_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OwnRows<Request> own = new OwnRows<>();

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The request, or empty where there is none. */
    public Optional<Request> find(UUID id) {
        return own.find(id).or(() -> jdbc.sql("select " + COLUMNS + " from request where id = :id")
                .param("id", id).query(Requests::map).optional());
    }

    /** The request. Throws {@link NotFoundException} where there is none. */
    public Request get(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("request", id));
    }

    /** The request, locked until the transaction ends. Throws {@link NotFoundException} where there is none. */
    public Request lock(UUID id) {
        return own.find(id).orElseGet(() -> own.keep(id, jdbc
                .sql("select " + COLUMNS + " from request where id = :id for update")
                .param("id", id).query(Requests::map).optional()
                .orElseThrow(() -> new NotFoundException("request", id))));
    }

    /** All requests of a relationship, newest first. */
    public List<Request> of(UUID relationshipId) {
        return jdbc.sql("select " + COLUMNS + " from request where relationship_id = :id order by opened_at desc, id")
                .param("id", relationshipId).query(Requests::map).list();
    }

    /** The request by which a relationship came into force last: the newest approved one; empty where it never did. */
    public Optional<Request> approved(UUID relationshipId) {
        return jdbc.sql("select " + COLUMNS + """
                        from request where relationship_id = :id and status = 'APPROVED'
                        order by opened_at desc, id fetch first 1 rows only
                        """)
                .param("id", relationshipId).query(Requests::map).optional();
    }

    /** How many requests stand where, of those that are open. */
    public Map<RequestStatus, Long> countOpen() {
        Map<RequestStatus, Long> counts = new EnumMap<>(RequestStatus.class);
        jdbc.sql("select status, count(*) as requests from request where status in (:open) group by status")
                .param("open", Stream.of(RequestStatus.values()).filter(RequestStatus::isOpen).map(Enum::name).toList())
                .query(row -> {
                    counts.put(RequestStatus.valueOf(row.getString("status")), row.getLong("requests"));
                });
        return counts;
    }

    /** Stores a new request. */
    public void add(Request request) {
        bind(jdbc.sql("""
                insert into request (id, relationship_id, kind, status, name, organisation, address, language, country,
                    asked, approved, without_permission, subject, text, sent_by, requester, requester_name, requester_language,
                    provider, link_number, reminders_stopped, reason, opened_at, changed_at, sent_at, valid_until, closed_at)
                values (:id, :relationship, :kind, :status, :name, :organisation, :address, :language, :country,
                    :asked, :approved, :withoutPermission, :subject, :text, :sentBy, :requester, :requesterName, :requesterLanguage, :provider, :link,
                    :stopped, :reason, :openedAt, :changedAt, :sentAt, :validUntil, :closedAt)
                """), request)
                .param("relationship", request.relationshipId())
                .param("kind", request.kind().name())
                .param("organisation", request.organisation())
                .param("language", request.language().getLanguage())
                .param("country", request.country())
                .param("requester", request.requester().address().value())
                .param("requesterName", request.requester().name())
                .param("requesterLanguage", request.requester().language().getLanguage())
                .param("provider", request.requester().provider().orElse(null))
                .param("openedAt", Columns.at(request.times().openedAt()))
                .update();
        own.keep(request.id(), request);
    }

    /** Stores what transitions may have changed. */
    public void save(Request request) {
        bind(jdbc.sql("""
                update request set status = :status, name = :name, address = :address, asked = :asked,
                    approved = :approved, without_permission = :withoutPermission, subject = :subject, text = :text,
                    sent_by = :sentBy, link_number = :link, reminders_stopped = :stopped, reason = :reason,
                    changed_at = :changedAt, sent_at = :sentAt, valid_until = :validUntil, closed_at = :closedAt
                where id = :id
                """), request).update();
        own.keep(request.id(), request);
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Request request) {
        return statement
                .param("id", request.id())
                .param("status", request.status().name())
                .param("name", request.name())
                .param("address", request.address().value())
                .param("asked", Json.of(request.asked()))
                .param("approved", Json.of(request.approved()))
                .param("withoutPermission", request.withoutPermission())
                .param("subject", request.subject())
                .param("text", request.text())
                .param("sentBy", request.sentBy().map(SentBy::name).orElse(null))
                .param("link", request.linkNumber())
                .param("stopped", request.remindersStopped())
                .param("reason", request.reason())
                .param("changedAt", Columns.at(clock.instant()))
                .param("sentAt", Columns.at(request.times().sentAt()))
                .param("validUntil", Columns.at(request.times().validUntil()))
                .param("closedAt", Columns.at(request.times().closedAt()));
    }

    private static Request map(ResultSet row, int number) throws SQLException {
        return new Request(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "relationship_id"),
                RequestKind.valueOf(row.getString("kind")),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("name"),
                row.getString("organisation"),
                EmailAddress.of(row.getString("address")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("country"),
                Json.asked(row.getString("asked")),
                Json.asked(row.getString("approved")),
                row.getBoolean("without_permission"),
                row.getString("subject"),
                row.getString("text"),
                Optional.ofNullable(row.getString("sent_by")).map(SentBy::valueOf),
                new Request.Requester(EmailAddress.of(row.getString("requester")), row.getString("requester_name"),
                        Locale.forLanguageTag(row.getString("requester_language")),
                        Optional.ofNullable(row.getString("provider"))),
                row.getInt("link_number"),
                row.getBoolean("reminders_stopped"),
                row.getString("reason"),
                new Request.Times(
                        Columns.instant(row, "opened_at"),
                        Columns.optionalInstant(row, "sent_at"),
                        Columns.optionalInstant(row, "valid_until"),
                        Columns.optionalInstant(row, "closed_at"),
                        Columns.optionalInstant(row, "erased_at")));
    }

    /** Persons were taken out of rows. */
    void forgetAll() {
        own.forgetAll();
    }
}
