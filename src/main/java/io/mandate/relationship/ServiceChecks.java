package io.mandate.relationship;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When services were last asked whether they still give partners what was granted. Only permissions that took effect there
 * are asked about; one that was given anew is not among them until it took effect again.
 */
@Repository
public class ServiceChecks {

    private static final String EXACTLY_HELD = """
            customer_id = :customer and service = :service and holder = :holder and request_id = :request and ends_at = :endsAt
            """;

    private final JdbcClient jdbc;

    ServiceChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A permission to ask a service about, and the cloud of its customer. */
    public record Due(Permission permission, String cloud) {}

    /** The service gives the partner all that was granted; nothing happens where the permission changed meanwhile. */
    public void tookEffect(Permission held, Instant now) {
        exactly(held, "update permission set checked_at = :now where " + EXACTLY_HELD).param("now", Columns.at(now)).update();
    }

    /**
     * Permissions that were not asked about since an instant, those first that were not for longest. Nothing is locked.
     *
     * @param most how many at most
     */
    public List<Due> due(Instant since, int most) {
        return jdbc.sql("""
                        select p.*, customer.cloud from (
                            select * from permission where checked_at < :since
                            order by checked_at, customer_id, service limit :most) p
                        join customer on customer.id = p.customer_id
                        order by p.checked_at, p.customer_id, p.service
                        """)
                .param("since", Columns.at(since)).param("most", most)
                .query((row, number) -> new Due(Permissions.map(row, number), row.getString("cloud"))).list();
    }

    /** Notes of those among these permissions that have not changed since they were due that they were asked about. */
    public void asked(String service, Collection<UUID> customers, Instant since, Instant now) {
        if (!customers.isEmpty()) {
            of(service, customers, since, "update permission set checked_at = :now").param("now", Columns.at(now)).update();
        }
    }

    /** As {@link #asked}, for one that must still be held exactly as it was read; false where it is not. */
    public boolean asked(Permission read, Instant since, Instant now) {
        return exactly(read, "update permission set checked_at = :now where checked_at < :since and " + EXACTLY_HELD)
                .param("since", Columns.at(since)).param("now", Columns.at(now)).update() == 1;
    }

    /** These permissions are not to be asked about again. */
    public void over(String service, Collection<UUID> customers, Instant since) {
        if (!customers.isEmpty()) {
            of(service, customers, since, "update permission set checked_at = null").update();
        }
    }

    /** Nothing more that is due of a service in a cloud is asked about before it is due again; it then comes first. */
    public void putOff(String service, String cloud, Instant since) {
        jdbc.sql("""
                        update permission set checked_at = :since where service = :service and checked_at < :since
                            and customer_id in (select id from customer where cloud = :cloud)
                        """)
                .param("since", Columns.at(since)).param("service", service).param("cloud", cloud).update();
    }

    private JdbcClient.StatementSpec of(String service, Collection<UUID> customers, Instant since, String update) {
        return jdbc.sql(update + " where service = :service and customer_id in (:customers) and checked_at < :since")
                .param("service", service).param("customers", customers).param("since", Columns.at(since));
    }

    private JdbcClient.StatementSpec exactly(Permission held, String update) {
        return jdbc.sql(update)
                .param("customer", held.customerId()).param("service", held.service()).param("holder", held.holder())
                .param("request", held.requestId()).param("endsAt", Columns.at(held.endsAt()));
    }
}
