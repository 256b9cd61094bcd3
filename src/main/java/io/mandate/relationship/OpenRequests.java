package io.mandate.relationship;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is being asked for right now: for each service of a relationship at most one open request. */
@Repository
class OpenRequests {

    /** Stands for a request without any permission. */
    private static final String NO_SERVICE = "";

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the services for the request; a draft that asks for nothing yet claims nothing.
     *
     * @return the open request that already asks for one of them, or empty where all are claimed
     */
    Optional<UUID> claim(Request request) {
        List<String> services = request.withoutPermission() ? List.of(NO_SERVICE) : request.services();
        if (services.isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = services.stream()
                .<Object>flatMap(service -> Stream.of(request.relationshipId(), service, request.id())).toList();
        int claimed = jdbc.sql("insert into open_request (relationship_id, service, request_id) values "
                        + String.join(", ", services.stream().map(service -> "(?, ?, ?)").toList())
                        + " on conflict do nothing")
                .params(values).update();
        return claimed == services.size() ? Optional.empty() : Optional.of(other(request, services));
    }

    private UUID other(Request request, List<String> services) {
        return jdbc.sql("""
                        select request_id from open_request
                        where relationship_id = :relationship and service in (:services) and request_id <> :request
                        order by service fetch first 1 row only
                        """)
                .param("relationship", request.relationshipId()).param("services", services)
                .param("request", request.id())
                .query(UUID.class).single();
    }

    /** Gives back what the request claimed. */
    void release(UUID request) {
        jdbc.sql("delete from open_request where request_id = :id").param("id", request).update();
    }
}
