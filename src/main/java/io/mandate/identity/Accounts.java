package io.mandate.identity;

import io.mandate.relationship.Administrators;
import io.mandate.relationship.Columns;
import io.mandate.relationship.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of everyone who may sign in. */
@Repository
public class Accounts {

    private static final String SELECT = """
            select username, display_name, password_hash, provider, role, partner_id, customer_id, language, locked_at, version
            from account
            """;

    private final JdbcClient jdbc;
    private final Administrators administrators;

    Accounts(JdbcClient jdbc, Administrators administrators) {
        this.jdbc = jdbc;
        this.administrators = administrators;
    }

    /** The account of that user name in any capitalisation, or empty. */
    public Optional<Account> find(String username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query(Accounts::row)
                .optional();
    }

    /** All accounts of one role, by user name. */
    public List<Account> of(Role role) {
        return jdbc.sql(SELECT + "where role = :role order by username")
                .param("role", role.name())
                .query(Accounts::row)
                .list();
    }

    /** The user names of all accounts. */
    public Set<String> usernames() {
        return Set.copyOf(jdbc.sql("select username from account").query(String.class).list());
    }

    /** Removes the accounts of these customers. */
    public void removeOf(Collection<UUID> customers) {
        if (!customers.isEmpty()) {
            jdbc.sql("delete from account where customer_id in (:customers)").param("customers", customers).update();
        }
    }

    /** The staff of one partner who may sign in, by user name: nobody who is locked. */
    public List<Account> ofPartner(String partnerId) {
        return jdbc.sql(SELECT + "where partner_id = :partner and locked_at is null order by username")
                .param("partner", partnerId)
                .query(Accounts::row)
                .list();
    }

    /**
     * Who hears in place of a person of the partner: its staff who may sign in, where that person is none of them any more; empty
     * where the person is, or where nobody else is left.
     */
    public List<Account> insteadOf(EmailAddress person, String partnerId) {
        List<Account> staff = ofPartner(partnerId);
        return staff.stream().anyMatch(one -> one.username().equalsIgnoreCase(person.value())) ? List.of() : staff;
    }

    /**
     * Adds the account, which is not locked; where the user name is known already, nothing is changed. A customer's account
     * belongs to an administrator of the customer.
     *
     * @return whether it was added
     */
    public boolean add(Account account) {
        int added = jdbc.sql("""
                        insert into account
                            (username, display_name, password_hash, provider, role, partner_id, customer_id, language)
                        values (:username, :name, :hash, :provider, :role, :partner, :customer, :language)
                        on conflict do nothing
                        """)
                .param("username", account.username())
                .param("name", account.displayName())
                .param("hash", account.passwordHash().orElse(null))
                .param("provider", account.provider().orElse(null))
                .param("role", account.role().name())
                .param("partner", account.partnerId().orElse(null))
                .param("customer", account.customerId().orElse(null))
                .param("language", account.language())
                .update();
        account.customerId().ifPresent(customer -> administrators.admit(customer, EmailAddress.of(account.username()),
                account.displayName(), Locale.forLanguageTag(account.language())));
        return added == 1;
    }

    /** The account's version now; empty where it is locked or there is none: its sessions count no more. */
    public OptionalInt version(String username) {
        return jdbc.sql("select version from account where username = :username and locked_at is null")
                .param("username", username)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Stores another hash of the same password. */
    void rehash(String username, String before, String hash) {
        jdbc.sql("update account set password_hash = :hash where username = :username and password_hash = :before")
                .param("hash", hash).param("username", username).param("before", before).update();
    }

    /** Notes that the person signed in. */
    void signedIn(String username, Instant at) {
        jdbc.sql("update account set last_sign_in_at = :at where username = :username")
                .param("at", Columns.at(at))
                .param("username", username)
                .update();
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                Optional.ofNullable(row.getString("password_hash")),
                Optional.ofNullable(row.getString("provider")),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("partner_id")),
                Optional.ofNullable(Columns.uuid(row, "customer_id")),
                row.getString("language"),
                Columns.optionalInstant(row, "locked_at").isPresent(),
                row.getInt("version"));
    }
}
