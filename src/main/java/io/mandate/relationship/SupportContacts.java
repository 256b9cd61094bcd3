package io.mandate.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a customer chose to call about its services. A service without a choice, or whose chosen partner has no relationship in
 * force any more, has the default: who holds the permission, else the partner longest on duty.
 */
@Repository
public class SupportContacts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Requests requests;
    private final Timeline timeline;

    SupportContacts(JdbcClient jdbc, Clock clock, Requests requests, Timeline timeline) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.requests = requests;
        this.timeline = timeline;
    }

    /** The relationships with the partners chosen, by service. */
    public Map<String, UUID> of(UUID customer) {
        Map<String, UUID> chosen = new HashMap<>();
        RowCallbackHandler row = each -> chosen.put(each.getString("service"), Columns.uuid(each, "relationship_id"));
        jdbc.sql("select service, relationship_id from support_contact where customer_id = :customer")
                .param("customer", customer).query(row);
        return chosen;
    }

    /** Chooses the partner of a relationship; nothing happens where it is the one chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(UUID customer, String service, UUID relationship, String actor) {
        int added = jdbc.sql("""
                        insert into support_contact (customer_id, service, relationship_id)
                        values (:customer, :service, :relationship) on conflict do nothing
                        """)
                .param("customer", customer).param("service", service).param("relationship", relationship).update();
        if (added == 0) {
            Optional<UUID> before = lock(customer, service);
            if (before.equals(Optional.of(relationship))) {
                return;
            }
            jdbc.sql("""
                            update support_contact set relationship_id = :relationship
                            where customer_id = :customer and service = :service
                            """)
                    .param("relationship", relationship).param("customer", customer).param("service", service).update();
            before.ifPresent(earlier -> note(earlier, service, actor, TimelineEvent.SUPPORT_CONTACT_ENDED));
        }
        note(relationship, service, actor, TimelineEvent.SUPPORT_CONTACT_CHOSEN);
    }

    /** Goes back to the default; nothing happens where nobody is chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reset(UUID customer, String service, String actor) {
        lock(customer, service).ifPresent(chosen -> {
            jdbc.sql("delete from support_contact where customer_id = :customer and service = :service")
                    .param("customer", customer).param("service", service).update();
            note(chosen, service, actor, TimelineEvent.SUPPORT_CONTACT_ENDED);
        });
    }

    private Optional<UUID> lock(UUID customer, String service) {
        return jdbc.sql("""
                        select relationship_id from support_contact
                        where customer_id = :customer and service = :service for update
                        """)
                .param("customer", customer).param("service", service).query(UUID.class).optional();
    }

    /** The history hangs on requests: on the one by which the relationship came into force last. */
    private void note(UUID relationship, String service, String actor, TimelineEvent event) {
        Instant now = clock.instant();
        requests.of(relationship).stream().filter(request -> request.status() == RequestStatus.APPROVED).findFirst()
                .ifPresent(request -> timeline.add(relationship, request.id(), now, event, actor, service));
    }
}
