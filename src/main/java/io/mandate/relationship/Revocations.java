package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All permissions that were lost: the record of what was held. */
@Repository
public class Revocations {

    private static final String SELECT = """
            select r.id, r.relationship_id, r.reason, r.actor, r.note, r.revoked_at, r.taken_by, r.erased_at, l.service, l.request_id,
                l.roles, l.granted_at, l.ends_at, l.check_result, l.left_over, l.checked_at
            from revocation r join lost_permission l on l.revocation_id = r.id
            """;

    private final JdbcClient jdbc;

    Revocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Revocation revocation) {
        jdbc.sql("""
                        insert into revocation (id, relationship_id, reason, actor, note, revoked_at, taken_by)
                        values (:id, :relationship, :reason, :actor, :note, :at, :takenBy)
                        """)
                .param("id", revocation.id()).param("relationship", revocation.relationshipId())
                .param("reason", revocation.reason().name()).param("actor", revocation.actor())
                .param("note", revocation.note()).param("at", Columns.at(revocation.revokedAt()))
                .param("takenBy", revocation.takenBy().orElse(null)).update();
        List<Object> values = revocation.lost().stream().<Object>flatMap(lost -> Stream.of(
                revocation.id(), lost.service(), lost.requestId(), String.join(",", lost.roles()),
                Columns.at(lost.grantedAt()), Columns.at(lost.endsAt()), lost.check().name(), "")).toList();
        jdbc.sql("""
                        insert into lost_permission (revocation_id, service, request_id, roles, granted_at, ends_at,
                            check_result, left_over) values
                        """ + String.join(", ", revocation.lost().stream().map(lost -> "(?, ?, ?, ?, ?, ?, ?, ?)").toList()))
                .params(values).update();
    }

    /** The revocation. Throws {@link NotFoundException} where there is none. */
    public Revocation get(UUID id) {
        return list("r.id", id).stream().findFirst().orElseThrow(() -> new NotFoundException("revocation", id));
    }

    /** What a relationship lost, the newest first. */
    public List<Revocation> of(UUID relationship) {
        return list("r.relationship_id", relationship);
    }

    /** What a request took over from other partners: one revocation for each of them. */
    public List<Revocation> takenBy(UUID request) {
        return list("r.taken_by", request);
    }

    /** Whether a customer's permission, known by its {@link Permission#mark}, was lost for this reason. */
    public boolean isLost(UUID customer, String service, String mark, RevocationReason reason) {
        return jdbc.sql(SELECT + """
                        join relationship on relationship.id = r.relationship_id
                        where relationship.customer_id = :customer and l.service = :service and r.reason = :reason
                        """)
                .param("customer", customer).param("service", service).param("reason", reason.name())
                .query(Revocations::map).list().stream()
                .flatMap(revocation -> revocation.lost().stream()).anyMatch(lost -> lost.mark().equals(mark));
    }

    /** Notes what the service said when it was asked, or that it cannot be. */
    public void checked(UUID revocation, String service, CheckResult result, List<String> leftOver, Instant at) {
        jdbc.sql("""
                        update lost_permission set check_result = :result, left_over = :left, checked_at = :at
                        where revocation_id = :revocation and service = :service
                        """)
                .param("result", result.name()).param("left", String.join(",", leftOver)).param("at", Columns.at(at))
                .param("revocation", revocation).param("service", service).update();
    }

    private List<Revocation> list(String column, UUID id) {
        Map<UUID, Revocation> found = new LinkedHashMap<>();
        jdbc.sql(SELECT + "where " + column + " = :id order by r.revoked_at desc, r.id, l.service").param("id", id)
                .query(Revocations::map).list()
                .forEach(one -> found.merge(one.id(), one, Revocations::joined));
        return List.copyOf(found.values());
    }

    private static Revocation joined(Revocation one, Revocation other) {
        List<LostPermission> lost = new ArrayList<>(one.lost());
        lost.addAll(other.lost());
        return new Revocation(one.id(), one.relationshipId(), one.reason(), one.actor(), one.note(), one.revokedAt(),
                one.takenBy(), lost, one.erasedAt());
    }

    private static Revocation map(ResultSet row, int number) throws SQLException {
        return new Revocation(
                Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"),
                RevocationReason.valueOf(row.getString("reason")), row.getString("actor"), row.getString("note"),
                Columns.instant(row, "revoked_at"), Optional.ofNullable(Columns.uuid(row, "taken_by")),
                List.of(new LostPermission(
                        row.getString("service"), Columns.uuid(row, "request_id"), roles(row.getString("roles")),
                        Columns.instant(row, "granted_at"), Columns.instant(row, "ends_at"),
                        CheckResult.valueOf(row.getString("check_result")), roles(row.getString("left_over")),
                        Columns.optionalInstant(row, "checked_at"))),
                Columns.optionalInstant(row, "erased_at"));
    }

    private static List<String> roles(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(","));
    }
}
