package io.mandate.relationship;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /**
     * Permissions to ask one service of one cloud about.
     *
     * @param permissions at least one, those first that were not asked about for longest
     */
    public record Due(String service, String cloud, List<Permission> permissions) {}

    /** The service gives the partner all that was granted; nothing happens where that is held no more, whatever its end by now. */
    public void tookEffect(Permission granted, Instant now) {
        jdbc.sql("""
                        update permission set checked_at = :now where customer_id = :customer and service = :service
                            and holder = :holder and request_id = :request
                        """)
                .param("now", Columns.at(now)).param("customer", granted.customerId()).param("service", granted.service())
                .param("holder", granted.holder()).param("request", granted.requestId()).update();
    }

    /**
     * Permissions that were not asked about since an instant: of the service and cloud of the one that was not for longest,
     * and of no other, so that what a service says of many can be judged together. Nothing is locked; empty where none is due.
     *
     * @param most how many at most
     */
    public Optional<Due> due(Instant since, int most) {
        return jdbc.sql("""
                        select p.service, customer.cloud from (
                            select customer_id, service from permission where checked_at < :since
                            order by checked_at, customer_id, service limit 1) p
                        join customer on customer.id = p.customer_id
                        """)
                .param("since", Columns.at(since))
                .query((row, number) -> due(row.getString("service"), row.getString("cloud"), since, most)).optional();
    }

    private Due due(String service, String cloud, Instant since, int most) {
        return new Due(service, cloud, jdbc.sql("""
                        select * from permission where checked_at < :since and service = :service
                            and (select cloud from customer where customer.id = permission.customer_id) = :cloud
                        order by checked_at, customer_id, service limit :most
                        """)
                .param("since", Columns.at(since)).param("service", service).param("cloud", cloud).param("most", most)
                .query(Permissions::map).list());
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
