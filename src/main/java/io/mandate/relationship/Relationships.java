package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All relationships: one for each partner and customer. */
@Repository
public class Relationships {

    /** Erasing looks at it, some time from now on. */
    private static final String MAY_BE_OVER = "over_since = case when over_since < :now then over_since else :now end";

    private static final String SELECT = """
            select r.id, r.partner_id, r.customer_id, c.cloud, c.identity, c.country, r.organisation, %s as status,
                r.last_request_id, r.changed_at, r.in_force_since, r.duty_since, r.duty_ended_at,
                r.ended_at
            from relationship r join customer c on c.id = r.customer_id
            """.formatted(Standing.STATUS);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SearchWords searchWords;
    private final Evidence evidence;
    private final OwnRows<Relationship> own = new OwnRows<>();

    Relationships(JdbcClient jdbc, Clock clock, SearchWords searchWords, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.searchWords = searchWords;
        this.evidence = evidence;
    }

    /** The relationship, or empty where there is none. */
    public Optional<Relationship> find(UUID id) {
        return own.find(id).or(() -> select("where r.id = :id").param("id", id).query(Relationships::map).optional());
    }

    /** The relationship. Throws {@link NotFoundException} where there is none. */
    public Relationship get(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("relationship", id));
    }

    /** The relationships of a customer, also those only asked for or refused; the longest in force first. */
    public List<Relationship> ofCustomer(UUID customer) {
        return select("where r.customer_id = :id order by r.in_force_since nulls last, r.id")
                .param("id", customer).query(Relationships::map).list();
    }

    /** The customer with this identity; made at the first request. */
    Customer customer(String cloud, CustomerIdentity identity, String country) {
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                        insert into customer (id, cloud, identity, country) values (:id, :cloud, :identity, :country)
                        on conflict do nothing
                        """)
                .param("id", id).param("cloud", cloud).param("identity", identity.value()).param("country", country).update();
        if (added == 1) {
            evidence.begin(id, Optional.empty());
            evidence.record(new Act(id, id, clock.instant(), "CUSTOMER_RECORDED", "",
                    Map.of("cloud", cloud, "country", country), Map.of("identity", identity.value())));
            return new Customer(id, cloud, identity, country);
        }
        return jdbc.sql("select id, country from customer where cloud = :cloud and identity = :identity")
                .param("cloud", cloud).param("identity", identity.value())
                .query((row, n) -> new Customer(Columns.uuid(row, "id"), cloud, identity, row.getString("country")))
                .single();
    }

    /** Whether the customer is still known by this identity. The caller has joined it, so that it stays so. */
    boolean isKnown(Customer customer) {
        return jdbc.sql("select identity from customer where id = :id").param("id", customer.id()).query(String.class).single()
                .equals(customer.identity().value());
    }

    /** The relationship that a request of this partner to this customer joins; made at the first request. */
    Relationship join(String partnerId, Customer customer, EmailAddress address, String organisation, UUID request, Instant now) {
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                        insert into relationship (id, partner_id, customer_id, organisation, sort_name, status,
                            last_request_id, changed_at)
                        values (:id, :partner, :customer, :organisation, :sortName, :status, :request, :now)
                        on conflict do nothing
                        """)
                .param("id", id).param("partner", partnerId).param("customer", customer.id())
                .param("organisation", organisation).param("sortName", sortName(organisation))
                .param("status", RelationshipStatus.REQUESTED.name()).param("request", request).param("now", Columns.at(now)).update();
        Relationship known;
        if (added == 1) {
            evidence.begin(id, Optional.of(partnerId));
            known = own.keep(id, begun(id, partnerId, customer, organisation, request, now));
        } else {
            known = select("where r.partner_id = :partner and r.customer_id = :customer")
                    .param("partner", partnerId).param("customer", customer.id()).query(Relationships::map).single();
            joined(known, organisation, request, now);
        }
        searchWords.add(known, organisation, address);
        return known;
    }

    private static Relationship begun(UUID id, String partnerId, Customer customer, String organisation, UUID request, Instant now) {
        return new Relationship(id, partnerId, customer, organisation, RelationshipStatus.REQUESTED, request, now,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void joined(Relationship known, String organisation, UUID request, Instant now) {
        own.forget(known.id());
        jdbc.sql("""
                        update relationship set organisation = :organisation, sort_name = :sortName, changed_at = :now,
                            last_request_id = :request,
                            status = case when status in ('IN_FORCE', 'WITHOUT_PERMISSION') then status else 'REQUESTED' end
                        where id = :id
                        """)
                .param("organisation", organisation).param("sortName", sortName(organisation))
                .param("now", Columns.at(now)).param("request", request).param("id", known.id()).update();
    }

    /** One of its requests moved on. */
    void touch(UUID id, Instant now) {
        own.forget(id);
        jdbc.sql("update relationship set changed_at = :now, " + MAY_BE_OVER + " where id = :id")
                .param("now", Columns.at(now)).param("id", id).update();
    }

    /** A request goes to this address from now on: the relationship is found by it, too. */
    void readdressed(UUID id, EmailAddress address) {
        Relationship known = get(id);
        searchWords.add(known, known.organisation(), address);
    }

    /**
     * The customer accepted: in force from now on, with the partner's duty to support it. Both keep their first date, unless
     * the relationship had ended: then it begins anew. While it is in force, a duty that was released or handed over stays so.
     */
    void accept(UUID id, boolean withPermission, Instant now) {
        own.forget(id);
        jdbc.sql("""
                        update relationship set changed_at = :now, %s,
                            status = case when :with or status = 'IN_FORCE' then 'IN_FORCE' else 'WITHOUT_PERMISSION' end,
                            in_force_since = case when ended_at is null then coalesce(in_force_since, :now) else :now end,
                            duty_since = case when ended_at is null then coalesce(duty_since, :now) else :now end,
                            duty_ended_at = case when ended_at is null then duty_ended_at else null end,
                            ended_at = null
                        where id = :id
                        """.formatted(MAY_BE_OVER))
                .param("with", withPermission).param("now", Columns.at(now)).param("id", id).update();
    }

    /** Nobody else gives it anything, takes anything from it or ends it until the caller's transaction is over. */
    public void lock(UUID id) {
        jdbc.sql("select id from relationship where id = :id for update").param("id", id).query(UUID.class).single();
    }

    /**
     * Permissions of it were lost; it may hold others. The caller has locked it, so that what others just lost or gave is seen:
     * an update looks at other tables as they were before it waited.
     */
    void lost(UUID id, Instant now) {
        own.forget(id);
        jdbc.sql("""
                        update relationship set changed_at = :now, %s, status = case
                            when status <> 'IN_FORCE' or exists (select 1 from permission p
                                where p.relationship_id = :id and p.holder is not null and p.ends_at > :now) then status
                            else 'WITHOUT_PERMISSION' end
                        where id = :id
                        """.formatted(MAY_BE_OVER))
                .param("now", Columns.at(now)).param("id", id).update();
    }

    /** It ends, and with it the duty, unless that ended before; false where it is not in force, and nothing was changed. */
    boolean end(UUID id, Instant now) {
        own.forget(id);
        return jdbc.sql("""
                        update relationship set changed_at = :now, %s, status = 'ENDED', ended_at = :now,
                            duty_ended_at = coalesce(duty_ended_at, :now)
                        where id = :id and status in ('IN_FORCE', 'WITHOUT_PERMISSION')
                        """.formatted(MAY_BE_OVER))
                .param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    /** The duty ends, the relationship stays; false where there is no duty, and nothing was changed. */
    boolean endDuty(UUID id, Instant at, Instant now) {
        own.forget(id);
        return jdbc.sql("""
                        update relationship set changed_at = :now, duty_ended_at = :at
                        where id = :id and status in ('IN_FORCE', 'WITHOUT_PERMISSION')
                            and duty_since is not null and duty_ended_at is null
                        """)
                .param("at", Columns.at(at)).param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    /**
     * The partner has the duty from that instant on; one that it has already goes on. False where the relationship is not in
     * force, and nothing was changed.
     */
    boolean beginDuty(UUID id, Instant at, Instant now) {
        own.forget(id);
        return jdbc.sql("""
                        update relationship set changed_at = :now,
                            duty_since = case when duty_since is null or duty_ended_at is not null then :at else duty_since end,
                            duty_ended_at = null
                        where id = :id and status in ('IN_FORCE', 'WITHOUT_PERMISSION')
                        """)
                .param("at", Columns.at(at)).param("now", Columns.at(now)).param("id", id).update() == 1;
    }

    /** A request ended without acceptance: shown as the relationship's status unless it is in force, or was and has ended. */
    void close(UUID id, RelationshipStatus end, Instant now) {
        own.forget(id);
        jdbc.sql("""
                        update relationship set changed_at = :now, %s,
                            status = case when status in ('IN_FORCE', 'WITHOUT_PERMISSION') then status
                                when ended_at is not null then 'ENDED' else :end end
                        where id = :id
                        """.formatted(MAY_BE_OVER))
                .param("now", Columns.at(now)).param("end", end.name()).param("id", id).update();
    }

    /** Persons were taken out of rows. */
    void forgetAll() {
        own.forgetAll();
    }

    private JdbcClient.StatementSpec select(String condition) {
        return jdbc.sql(SELECT + condition).param("now", Columns.at(clock.instant()));
    }

    private static String sortName(String organisation) {
        String folded = SearchWords.folded(organisation);
        return folded.substring(0, Math.min(folded.length(), 200));
    }

    static Relationship map(ResultSet row, int number) throws SQLException {
        return new Relationship(
                Columns.uuid(row, "id"), row.getString("partner_id"),
                new Customer(Columns.uuid(row, "customer_id"), row.getString("cloud"),
                        new CustomerIdentity(row.getString("identity")), row.getString("country")),
                row.getString("organisation"), RelationshipStatus.valueOf(row.getString("status")),
                Columns.uuid(row, "last_request_id"), Columns.instant(row, "changed_at"),
                Columns.optionalInstant(row, "in_force_since"), Columns.optionalInstant(row, "duty_since"),
                Columns.optionalInstant(row, "duty_ended_at"), Columns.optionalInstant(row, "ended_at"));
    }
}
