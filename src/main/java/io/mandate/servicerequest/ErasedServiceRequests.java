package io.mandate.servicerequest;

import io.mandate.relationship.Columns;
import io.mandate.relationship.Erased;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes persons, and what they wrote, out of service requests that were closed some time ago. */
@Repository
public class ErasedServiceRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    ErasedServiceRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A service request, and the relationship under which it was opened. */
    public record Row(UUID id, UUID relationship) {}

    /**
     * Erases those that were closed before this instant, the longest ago first, unless something that was said is still to be
     * passed on. What somebody has locked is left out.
     *
     * @param most how many at most
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Row> erase(Instant before, int most) {
        List<Row> due = jdbc.sql("""
                        select id, relationship_id from service_request
                        where erased_at is null and closed_at <= :before and not exists (select 1 from service_request_comment c
                            where c.service_request_id = service_request.id and c.passed_on = false)
                        order by closed_at, id limit :most for update skip locked
                        """)
                .param("before", Columns.at(before)).param("most", most)
                .query((row, number) -> new Row(Columns.uuid(row, "id"), Columns.uuid(row, "relationship_id"))).list();
        if (!due.isEmpty()) {
            List<UUID> ids = due.stream().map(Row::id).toList();
            jdbc.sql("""
                            update service_request set subject = :words, text = :words, opener = :address, opener_name = :words,
                                erased_at = :now where id in (:ids) and erased_at is null
                            """)
                    .param("words", Erased.WORDS).param("address", Erased.ADDRESS.value())
                    .param("now", Columns.at(clock.instant())).param("ids", ids).update();
            jdbc.sql("""
                            update service_request_comment set author = :address, author_name = :words,
                                text = case when text = '' then '' else :words end where service_request_id in (:ids)
                            """)
                    .param("words", Erased.WORDS).param("address", Erased.ADDRESS.value()).param("ids", ids).update();
        }
        return due;
    }
}
