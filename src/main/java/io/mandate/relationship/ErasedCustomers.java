package io.mandate.relationship;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes persons out of the rows of customers, once nothing of their relationships has any. */
@Repository
class ErasedCustomers {

    private static final String PERSONS = """
            exists (select 1 from request q join relationship r on r.id = q.relationship_id
                where r.customer_id = customer.id and q.erased_at is null)
            """;

    private final JdbcClient jdbc;
    private final Relationships relationships;
    private final Requests requests;

    ErasedCustomers(JdbcClient jdbc, Relationships relationships, Requests requests) {
        this.jdbc = jdbc;
        this.relationships = relationships;
        this.requests = requests;
    }

    /** The customers of these relationships are to be looked at. */
    void mayBeOver(Collection<UUID> relationships, Instant now) {
        if (!relationships.isEmpty()) {
            jdbc.sql("""
                            update customer set over_since = :now
                            where id in (select customer_id from relationship where id in (:ids))
                            """)
                    .param("now", Columns.at(now)).param("ids", relationships).update();
        }
    }

    List<UUID> due(int most) {
        return jdbc.sql("select id from customer where over_since is not null order by over_since, id limit :most")
                .param("most", most).query(UUID.class).list();
    }

    /** Those of whose relationships, with any partner, no request has persons. */
    List<UUID> without(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("select id from customer where id in (:ids) and not " + PERSONS)
                .param("ids", ids).query(UUID.class).list();
    }

    /** Nobody asks these customers anew until the transaction ends. Relationships first, as everybody does. */
    void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("select id from relationship where customer_id in (:ids) order by id for update").param("ids", ids)
                    .query(UUID.class).list();
            jdbc.sql("select id from customer where id in (:ids) order by id for update").param("ids", ids).query(UUID.class).list();
        }
    }

    /** They are looked at again when another of their relationships is erased. */
    void keep(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update customer set over_since = null where id in (:ids)").param("ids", ids).update();
        }
    }

    /** Their administrators; of those that are known by a person's address also the identity, and what partners called them. */
    void erase(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("delete from administrator where customer_id in (:ids)").param("ids", ids).update();
        jdbc.sql("update customer set over_since = null, erased_at = :now where id in (:ids)")
                .param("now", Columns.at(now)).param("ids", ids).update();
        jdbc.sql("select id from customer where id in (:ids) and position('@' in identity) > 0").param("ids", ids)
                .query(UUID.class).list().forEach(this::erasePerson);
    }

    /** The relationships of those of them that were known by a person's address. */
    List<UUID> relationshipsOfPersons(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("""
                        select r.id, c.identity from relationship r join customer c on c.id = r.customer_id where c.id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, number) -> new CustomerIdentity(row.getString("identity")).isErased()
                        ? List.of(Columns.uuid(row, "id")) : List.<UUID>of())
                .list().stream().flatMap(List::stream).toList();
    }

    private void erasePerson(UUID id) {
        relationships.forgetAll();
        requests.forgetAll();
        CustomerIdentity erased = CustomerIdentity.erased(id);
        jdbc.sql("update customer set identity = :identity where id = :id").param("identity", erased.value()).param("id", id).update();
        jdbc.sql("update relationship set organisation = :label, sort_name = :label where customer_id = :id")
                .param("label", erased.label()).param("id", id).update();
        jdbc.sql("""
                        update request set organisation = :label
                        where relationship_id in (select id from relationship where customer_id = :id)
                        """).param("label", erased.label()).param("id", id).update();
    }
}
