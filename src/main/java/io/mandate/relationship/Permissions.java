package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds the permission for each customer's service: at most one partner. */
@Repository
public class Permissions {

    private final JdbcClient jdbc;

    Permissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes room for the permissions that are asked for, so that taking one is a single update. */
    void prepare(UUID customer, Collection<String> services) {
        if (services.isEmpty()) {
            return;
        }
        List<Object> values = services.stream().<Object>flatMap(service -> Stream.of(customer, service)).toList();
        jdbc.sql("insert into permission (customer_id, service) values "
                        + String.join(", ", services.stream().map(service -> "(?, ?)").toList())
                        + " on conflict do nothing")
                .params(values).update();
    }

    /** The permissions of a customer that count at this instant, by service. */
    public List<Permission> heldAt(UUID customer, Instant now) {
        return jdbc.sql("""
                        select * from permission
                        where customer_id = :customer and holder is not null and ends_at > :now order by service
                        """)
                .param("customer", customer).param("now", Columns.at(now)).query(Permissions::map).list();
    }

    /** Who holds, or held last, the permission for a service; empty where nobody ever did. */
    public Optional<Permission> find(UUID customer, String service) {
        return jdbc.sql("select * from permission where customer_id = :customer and service = :service and holder is not null")
                .param("customer", customer).param("service", service).query(Permissions::map).optional();
    }

    /**
     * Who holds the permissions for these services of these customers, or held them last until their term was over; in one
     * statement.
     *
     * @return by customer, for each customer that there is; its list is empty where there is none such
     */
    public Map<UUID, List<LastHeld>> lastHeld(Set<UUID> customers, Set<String> services) {
        Map<UUID, List<LastHeld>> found = new HashMap<>();
        if (customers.isEmpty() || services.isEmpty()) {
            return found;
        }
        RowCallbackHandler row = each -> {
            List<LastHeld> held = found.computeIfAbsent(Columns.uuid(each, "id"), id -> new ArrayList<>());
            if (each.getString("holder") != null) {
                held.add(LastHeld.of(map(each, each.getRow())));
            } else if (each.getString("ended_holder") != null) {
                held.add(new LastHeld(each.getString("service"), each.getString("ended_holder"),
                        Columns.instant(each, "ended_at"), Optional.empty()));
            }
        };
        jdbc.sql("""
                        select customer.id, permission.* from customer
                        left join permission on permission.customer_id = customer.id and permission.service in (:services)
                        where customer.id in (:customers)
                        """)
                .param("services", services).param("customers", customers).query(row);
        return found;
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Permission> lock(UUID customer, String service) {
        return jdbc.sql("""
                        select * from permission
                        where customer_id = :customer and service = :service and holder is not null for update
                        """)
                .param("customer", customer).param("service", service).query(Permissions::map).optional();
    }

    /**
     * Takes the permission from the holder that the customer was shown, in one update.
     *
     * @param shown the partner that the customer was shown as holder, or empty for nobody
     * @param extending whether it is to be extended before its end until the customer stops that
     * @return false where another than the shown one holds it by now: nothing was changed
     */
    public boolean take(Permission taken, Optional<String> shown, boolean extending) {
        return jdbc.sql("""
                        update permission set holder = :holder, relationship_id = :relationship, request_id = :request,
                            roles = :roles, granted_at = :grantedAt, ends_at = :endsAt, checked_at = null,
                            next_due_at = :grantedAt, extending = :extending, ended_holder = null, ended_at = null
                        where customer_id = :customer and service = :service
                            and case when ends_at > :grantedAt then holder else null end
                                is not distinct from cast(:shown as varchar)
                        """)
                .param("holder", taken.holder()).param("relationship", taken.relationshipId())
                .param("request", taken.requestId()).param("roles", String.join(",", taken.roles()))
                .param("grantedAt", Columns.at(taken.grantedAt())).param("endsAt", Columns.at(taken.endsAt()))
                .param("customer", taken.customerId()).param("service", taken.service())
                .param("shown", shown.orElse(null)).param("extending", extending)
                .update() == 1;
    }

    /** The permissions of a relationship that count at this instant, by service. */
    public List<Permission> heldBy(UUID relationship, Instant now) {
        return jdbc.sql("""
                        select * from permission
                        where relationship_id = :relationship and holder is not null and ends_at > :now order by service
                        """)
                .param("relationship", relationship).param("now", Columns.at(now)).query(Permissions::map).list();
    }

    /** The permissions of a relationship that count, or counted until their term was over; by service. */
    List<Permission> standing(UUID relationship) {
        return jdbc.sql("select * from permission where relationship_id = :relationship and holder is not null order by service")
                .param("relationship", relationship).query(Permissions::map).list();
    }

    /** The permissions for these services of a customer whose term is over and that nobody took since; locked. */
    List<Permission> lapsed(UUID customer, Collection<String> services, Instant now) {
        return services.isEmpty() ? List.of() : jdbc.sql("""
                        select * from permission where customer_id = :customer and service in (:services)
                            and holder is not null and ends_at <= :now order by service for update
                        """)
                .param("customer", customer).param("services", services).param("now", Columns.at(now))
                .query(Permissions::map).list();
    }

    /**
     * Frees the permission, if it is still held exactly so.
     *
     * @param over whether because its term is over, which is remembered until another takes it
     * @return false where it is not held so, and nothing was changed
     */
    boolean release(Permission held, boolean over) {
        return jdbc.sql("""
                        update permission set holder = null, relationship_id = null, request_id = null, roles = null,
                            granted_at = null, ends_at = null, checked_at = null, next_due_at = null, extending = false,
                            ended_holder = case when :over then holder end, ended_at = case when :over then ends_at end
                        where customer_id = :customer and service = :service and holder = :holder
                            and request_id = :request and ends_at = :endsAt
                        """)
                .param("customer", held.customerId()).param("service", held.service()).param("holder", held.holder())
                .param("request", held.requestId()).param("endsAt", Columns.at(held.endsAt())).param("over", over)
                .update() == 1;
    }

    /**
     * Lets the permission end earlier, if it is still held exactly as it was shown; it is not extended any more.
     *
     * @param end after now and before the end shown
     * @return false where it changed meanwhile: nothing was changed
     */
    boolean shorten(Permission shown, Instant end, Instant now) {
        if (!end.isAfter(now) || !end.isBefore(shown.endsAt())) {
            throw new IllegalArgumentException("A term is shortened to an instant between now and its present end");
        }
        return jdbc.sql("""
                        update permission set ends_at = :end, next_due_at = :now, extending = false
                        where customer_id = :customer and service = :service and holder = :holder
                            and request_id = :request and ends_at = :shown
                        """)
                .param("end", Columns.at(end)).param("now", Columns.at(now))
                .param("customer", shown.customerId()).param("service", shown.service())
                .param("holder", shown.holder()).param("request", shown.requestId())
                .param("shown", Columns.at(shown.endsAt())).update() == 1;
    }

    static Permission map(ResultSet row, int number) throws SQLException {
        return new Permission(
                Columns.uuid(row, "customer_id"), row.getString("service"), row.getString("holder"),
                Columns.uuid(row, "relationship_id"), Columns.uuid(row, "request_id"),
                Arrays.asList(row.getString("roles").split(",")),
                Columns.instant(row, "granted_at"), Columns.instant(row, "ends_at"));
    }
}
