package io.mandate.identity;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of accounts. Each change is one update that names the version of the account it was decided for, so that
 * nobody changes what they were not shown, and never takes the last administrator of a partner, or the last process owner,
 * away: those who could be the last are locked first, so that two of them cannot go at once.
 */
@Repository
@Transactional
public class AccountChanges {

    /** Roles of which a partner, or Mandate, needs somebody who may sign in. */
    private static final Set<Role> NEEDED = EnumSet.of(Role.PARTNER_ADMINISTRATOR, Role.PROCESS_OWNER);

    private static final String UNLESS_LAST = """
             and (locked_at is not null or role not in ('PARTNER_ADMINISTRATOR', 'PROCESS_OWNER') or exists (
                select 1 from account other where other.username <> account.username and other.role = account.role
                    and other.locked_at is null and coalesce(other.partner_id, '') = coalesce(account.partner_id, '')))
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountChanges(JdbcClient jdbc, Accounts accounts, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /** What became of a change. */
    public enum Outcome {
        DONE,
        /** It is so already: somebody was faster, or sent the form twice. */
        ALREADY,
        /** The account is not as it was shown any more, or gone. */
        STALE,
        /** Nobody would be left who may manage. */
        LAST
    }

    /** Keeps the person of this account, as it was read, from signing in. */
    public Outcome lock(Account shown) {
        keepOthersNeeded(shown);
        return outcome(shown, jdbc.sql("""
                        update account set locked_at = :now, version = version + 1
                        where username = :username and version = :version and locked_at is null
                        """ + UNLESS_LAST)
                .param("now", Columns.at(clock.instant())), Account::locked);
    }

    /** Lets the person of this account, as it was read, sign in again. */
    public Outcome unlock(Account shown) {
        return outcome(shown, jdbc.sql("""
                update account set locked_at = null, version = version + 1
                where username = :username and version = :version and locked_at is not null
                """), now -> !now.locked());
    }

    /** Gives this account, as it was read, another role of the same organisation. */
    public Outcome changeRole(Account shown, Role role) {
        if (role.ofPartner() != shown.role().ofPartner() || role == Role.CUSTOMER || shown.role() == Role.CUSTOMER) {
            throw new IllegalArgumentException("Nobody becomes " + role + " who is " + shown.role());
        }
        keepOthersNeeded(shown);
        return outcome(shown, jdbc.sql("""
                        update account set role = :role, version = version + 1
                        where username = :username and version = :version and role <> :role
                        """ + UNLESS_LAST)
                .param("role", role.name()), now -> now.role() == role);
    }

    /** Removes this account, as it was read, which is locked. */
    public Outcome remove(Account shown) {
        return outcome(shown, jdbc.sql("""
                delete from account where username = :username and version = :version and locked_at is not null
                """), now -> false);
    }

    /**
     * Gives a local account that is not locked a password; older sessions count no more.
     *
     * @param before the password's hash that is to be replaced; empty for whichever there is
     * @return false where that is not possible any more
     */
    public boolean setPassword(String username, Optional<String> before, String hash) {
        return jdbc.sql("""
                        update account set password_hash = :hash, version = version + 1
                        where username = :username and provider is null and locked_at is null
                            and (:any or password_hash = :before)
                        """)
                .param("hash", hash).param("username", username)
                .param("any", before.isEmpty()).param("before", before.orElse("")).update() == 1;
    }

    /** Whoever wants to take one of the last two away waits here for who came first. */
    private void keepOthersNeeded(Account shown) {
        if (NEEDED.contains(shown.role())) {
            jdbc.sql("""
                            select username from account
                            where role = :role and coalesce(partner_id, '') = :partner and locked_at is null
                            order by username for update
                            """)
                    .param("role", shown.role().name()).param("partner", shown.partnerId().orElse(""))
                    .query(String.class).list();
        }
    }

    private Outcome outcome(Account shown, JdbcClient.StatementSpec change, Predicate<Account> wanted) {
        if (change.param("username", shown.username()).param("version", shown.version()).update() == 1) {
            events.publishEvent(new AccountChanged(shown.username()));
            return Outcome.DONE;
        }
        Optional<Account> now = accounts.find(shown.username());
        if (now.filter(wanted).isPresent()) {
            return Outcome.ALREADY;
        }
        return now.filter(one -> one.version() == shown.version() && !one.locked() && NEEDED.contains(one.role())).isPresent()
                ? Outcome.LAST : Outcome.STALE;
    }
}
