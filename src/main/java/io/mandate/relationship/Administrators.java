package io.mandate.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks for each customer. A right is read here whenever it is used, never remembered. */
@Repository
public class Administrators {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;

    Administrators(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** All who speak, or spoke, for the customer, by name. */
    public List<Administrator> allOf(UUID customer) {
        return jdbc.sql("select * from administrator where customer_id = :customer order by name, address")
                .param("customer", customer).query(Administrators::map).list();
    }

    /** Those who speak for the customer now, by name. */
    public List<Administrator> of(UUID customer) {
        return allOf(customer).stream().filter(one -> one.removedAt().isEmpty()).toList();
    }

    /** The customers for whom the person of this address speaks now, one per cloud at most. */
    public List<Administrator> with(EmailAddress address) {
        return jdbc.sql("select * from administrator where address = :address and removed_at is null order by customer_id")
                .param("address", address.value()).query(Administrators::map).list();
    }

    /** The person of this address as one who speaks for the customer now, or empty. */
    public Optional<Administrator> find(UUID customer, EmailAddress address) {
        return with(address).stream().filter(one -> one.customerId().equals(customer)).findFirst();
    }

    /**
     * Whether the person of this address speaks for the customer now. An account of the customer's is not enough: its owner may
     * have been removed from those who do.
     */
    public boolean speaks(UUID customer, EmailAddress address) {
        return find(customer, address).isPresent();
    }

    /** A person who proved to speak for the customer becomes an administrator, unless they are one or were removed. */
    @Transactional
    public void admit(UUID customer, EmailAddress address, String name, Locale language) {
        if (add(customer, address, name, language, "") == 1) {
            note(customer, "ADMINISTRATOR_PROVEN", address, name, "");
        }
    }

    /**
     * An administrator names another; one who was removed before comes back.
     *
     * @return false where that person is one already: nothing was changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean name(UUID customer, EmailAddress address, String name, Locale language, EmailAddress by) {
        boolean named = add(customer, address, name, language, by.value()) == 1 || jdbc.sql("""
                        update administrator set name = :name, language = :language, since = :now, named_by = :by,
                            removed_at = null, removed_by = ''
                        where customer_id = :customer and address = :address and removed_at is not null
                        """)
                .param("name", name).param("language", language.getLanguage()).param("now", Columns.at(clock.instant()))
                .param("by", by.value()).param("customer", customer).param("address", address.value())
                .update() == 1;
        if (named) {
            note(customer, "ADMINISTRATOR_NAMED", address, name, by.value());
        }
        return named;
    }

    /**
     * Removes one.
     *
     * @return false where that person is none: nothing was changed
     * @throws LastAdministratorException where nobody would be left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(UUID customer, EmailAddress address, EmailAddress by) {
        // Whoever removes waits here for others who do, so that two never remove each other.
        List<String> present = jdbc.sql("""
                        select address from administrator where customer_id = :customer and removed_at is null
                        order by address for update
                        """)
                .param("customer", customer).query(String.class).list();
        if (!present.contains(address.value())) {
            return false;
        }
        if (present.size() == 1) {
            throw new LastAdministratorException();
        }
        boolean removed = jdbc.sql("""
                        update administrator set removed_at = :now, removed_by = :by
                        where customer_id = :customer and address = :address and removed_at is null
                        """)
                .param("now", Columns.at(clock.instant())).param("by", by.value()).param("customer", customer)
                .param("address", address.value()).update() == 1;
        if (removed) {
            note(customer, "ADMINISTRATOR_REMOVED", address, "", by.value());
        }
        return removed;
    }

    /** In the customer's own chain: no partner reads who else speaks for the customer. */
    private void note(UUID customer, String kind, EmailAddress address, String name, String by) {
        Map<String, String> person = Map.of("address", address.value());
        evidence.record(new Act(customer, customer, clock.instant(), kind, by, Map.of(),
                name.isEmpty() ? person : Facts.with(person, "person", name)));
    }

    private int add(UUID customer, EmailAddress address, String name, Locale language, String by) {
        return jdbc.sql("""
                        insert into administrator (customer_id, address, name, language, since, named_by, removed_by)
                        values (:customer, :address, :name, :language, :now, :by, '')
                        on conflict do nothing
                        """)
                .param("customer", customer).param("address", address.value()).param("name", name)
                .param("language", language.getLanguage()).param("now", Columns.at(clock.instant())).param("by", by)
                .update();
    }

    private static Administrator map(ResultSet row, int number) throws SQLException {
        return new Administrator(
                Columns.uuid(row, "customer_id"), EmailAddress.of(row.getString("address")), row.getString("name"),
                Locale.forLanguageTag(row.getString("language")), Columns.instant(row, "since"),
                row.getString("named_by"), Columns.optionalInstant(row, "removed_at"), row.getString("removed_by"));
    }
}
