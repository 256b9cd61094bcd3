package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a customer chose to call about its services: a partner, or the indirect provider that asked on its behalf. A service
 * without a choice, or whose chosen partner has no relationship in force any more, has the default: who holds the permission,
 * else the partner longest on duty.
 */
@Repository
public class SupportContacts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Relationships relationships;
    private final Requests requests;
    private final Timeline timeline;

    SupportContacts(JdbcClient jdbc, Clock clock, Relationships relationships, Requests requests, Timeline timeline) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.relationships = relationships;
        this.requests = requests;
        this.timeline = timeline;
    }

    /**
     * Who was chosen.
     *
     * @param relationship with the partner chosen, or with the one whose provider that is
     * @param provider id of the indirect provider chosen; empty for the partner itself
     */
    public record Chosen(UUID relationship, Optional<String> provider) {}

    /** Who was chosen, by service. */
    public Map<String, Chosen> of(UUID customer) {
        Map<String, Chosen> chosen = new HashMap<>();
        RowCallbackHandler row = each -> chosen.put(each.getString("service"), chosen(each));
        jdbc.sql("select service, relationship_id, provider from support_contact where customer_id = :customer")
                .param("customer", customer).query(row);
        return chosen;
    }

    /**
     * Whom the customer calls about a service now.
     *
     * @param choice who was chosen
     * @param holder the relationship with the partner that holds the permission
     * @param all the customer's relationships
     */
    public static Optional<Chosen> current(Optional<Chosen> choice, Optional<UUID> holder, List<Relationship> all) {
        return choice.filter(one -> all.stream().anyMatch(known -> known.id().equals(one.relationship()) && known.status().isInForce()))
                .or(() -> holder.map(one -> new Chosen(one, Optional.empty())))
                .or(() -> all.stream().filter(Relationship::isOnDuty).min(Comparator.comparing(one -> one.dutySince().orElseThrow()))
                        .map(one -> new Chosen(one.id(), Optional.empty())));
    }

    /**
     * The person of the provider of a partner to call, as long as it is the partner's: whoever asked last for something that
     * the customer approved.
     *
     * @param asked all requests of the relationship, the newest first
     */
    public static Optional<Request.Requester> ofProvider(Partner partner, List<Request> asked) {
        return partner.provider().flatMap(provider -> known(asked).filter(one -> one.provider().equals(Optional.of(provider))).findFirst());
    }

    /** Who asked for something that the customer approved, and is not erased; the newest first, as the requests are. */
    public static Stream<Request.Requester> known(List<Request> asked) {
        return asked.stream().filter(one -> one.status() == RequestStatus.APPROVED && one.times().erasedAt().isEmpty())
                .map(Request::requester);
    }

    /** Chooses a partner, or its provider; nothing happens where it is the one chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(UUID customer, String service, Chosen chosen, String actor) {
        choose(customer, service, chosen, Origin.actor(actor));
    }

    private void choose(UUID customer, String service, Chosen chosen, Origin origin) {
        int added = bind(jdbc.sql("""
                insert into support_contact (customer_id, service, relationship_id, provider)
                values (:customer, :service, :relationship, :provider) on conflict do nothing
                """), customer, service, chosen).update();
        if (added == 0) {
            Optional<Chosen> before = lock(customer, service);
            if (before.equals(Optional.of(chosen))) {
                return;
            }
            bind(jdbc.sql("""
                    update support_contact set relationship_id = :relationship, provider = :provider
                    where customer_id = :customer and service = :service
                    """), customer, service, chosen).update();
            before.ifPresent(earlier -> noteEnd(earlier, service, origin));
        }
        note(chosen, service, origin, chosen.provider().isEmpty()
                ? TimelineEvent.SUPPORT_CONTACT_CHOSEN : TimelineEvent.SUPPORT_CONTACT_PROVIDER_CHOSEN);
    }

    /** Goes back to the default; nothing happens where nobody is chosen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reset(UUID customer, String service, String actor) {
        reset(customer, service, Origin.actor(actor));
    }

    private void reset(UUID customer, String service, Origin origin) {
        lock(customer, service).ifPresent(chosen -> {
            jdbc.sql("delete from support_contact where customer_id = :customer and service = :service")
                    .param("customer", customer).param("service", service).update();
            noteEnd(chosen, service, origin);
        });
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID customer, String service, Chosen chosen) {
        return statement.param("customer", customer).param("service", service)
                .param("relationship", chosen.relationship()).param("provider", chosen.provider().orElse(null));
    }

    /**
     * The partner of a relationship is not called about anything any more: the services for which it was chosen go to the
     * partner of another relationship, or back to the default where there is none.
     *
     * @param person who of the customer wanted that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(UUID relationship, Optional<UUID> to, String person) {
        Origin origin = Origin.wish(person);
        Map<String, UUID> chosen = new TreeMap<>();
        RowCallbackHandler row = each -> chosen.put(each.getString("service"), Columns.uuid(each, "customer_id"));
        jdbc.sql("select customer_id, service from support_contact where relationship_id = :relationship")
                .param("relationship", relationship).query(row);
        chosen.forEach((service, customer) -> to.ifPresentOrElse(
                other -> choose(customer, service, new Chosen(other, Optional.empty()), origin), () -> reset(customer, service, origin)));
    }

    /** The services for which the customer chose the partner of this relationship. */
    public List<String> chosen(UUID relationship) {
        return jdbc.sql("select service from support_contact where relationship_id = :relationship order by service")
                .param("relationship", relationship).query(String.class).list();
    }

    private Optional<Chosen> lock(UUID customer, String service) {
        return jdbc.sql("""
                        select relationship_id, provider from support_contact
                        where customer_id = :customer and service = :service for update
                        """)
                .param("customer", customer).param("service", service).query((row, number) -> chosen(row)).optional();
    }

    private static Chosen chosen(ResultSet row) throws SQLException {
        return new Chosen(Columns.uuid(row, "relationship_id"), Optional.ofNullable(row.getString("provider")));
    }

    /** Where the relationship is over, its end ended the choice, too: nobody is told any more who of the customer does what. */
    private void noteEnd(Chosen before, String service, Origin origin) {
        if (relationships.get(before.relationship()).status().isInForce()) {
            note(before, service, origin, before.provider().isEmpty()
                    ? TimelineEvent.SUPPORT_CONTACT_ENDED : TimelineEvent.SUPPORT_CONTACT_PROVIDER_ENDED);
        }
    }

    /** The history hangs on requests: on the one by which the relationship came into force last. */
    private void note(Chosen about, String service, Origin origin, TimelineEvent event) {
        Instant now = clock.instant();
        UUID relationship = about.relationship();
        requests.approved(relationship).ifPresent(
                request -> timeline.add(relationship, request.id(), now, event, origin, service));
    }
}
