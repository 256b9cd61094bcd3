package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permissions that a request took over from another partner. */
@Repository
public class Takeovers {

    private final JdbcClient jdbc;

    Takeovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A service's permission that moved, from whom, and by which of their requests they had held it. */
    public record Takeover(UUID requestId, String service, String previousHolder, UUID previousRequest, Instant takenAt) {}

    void add(Takeover takeover) {
        jdbc.sql("""
                        insert into takeover (request_id, service, previous_holder, previous_request, taken_at)
                        values (:request, :service, :holder, :previous, :at)
                        """)
                .param("request", takeover.requestId()).param("service", takeover.service())
                .param("holder", takeover.previousHolder()).param("previous", takeover.previousRequest())
                .param("at", Columns.at(takeover.takenAt())).update();
    }

    /** What the request took over, by previous request and service. */
    public List<Takeover> by(UUID request) {
        return jdbc.sql("select * from takeover where request_id = :request order by previous_request, service")
                .param("request", request)
                .query((row, number) -> new Takeover(
                        Columns.uuid(row, "request_id"), row.getString("service"), row.getString("previous_holder"),
                        Columns.uuid(row, "previous_request"), Columns.instant(row, "taken_at")))
                .list();
    }
}
