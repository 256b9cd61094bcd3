package io.mandate.account;

import io.mandate.identity.Account;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which people set the password of their account: 256 random bits, good for a day and one use, kept as a hash.
 * Those of a locked account, and of one that belongs to an identity provider, do not count.
 */
@Component
@Transactional
public class PasswordLinks {

    static final Duration VALIDITY = Duration.ofHours(24);

    private static final int MOST_IN_AN_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    PasswordLinks(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A new token of this account; empty where it can have none, or too many were made within the last hour. */
    Optional<String> make(String username) {
        Instant now = clock.instant();
        // Whoever asks for this account at the same moment waits here, so that all of them are counted.
        boolean possible = !jdbc.sql("""
                        select username from account
                        where username = :username and provider is null and locked_at is null for update
                        """)
                .param("username", username).query(String.class).list().isEmpty();
        if (!possible || madeSince(username, now.minus(HOUR)) >= MOST_IN_AN_HOUR) {
            return Optional.empty();
        }
        forget();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        insert into password_link (token_hash, username, made_at, expires_at)
                        values (:hash, :username, :now, :end)
                        """)
                .param("hash", hash(token)).param("username", username).param("now", Columns.at(now))
                .param("end", Columns.at(now.plus(VALIDITY))).update();
        return Optional.of(token);
    }

    private int madeSince(String username, Instant since) {
        return jdbc.sql("select count(*) from password_link where username = :username and made_at > :since")
                .param("username", username).param("since", Columns.at(since)).query(Integer.class).single();
    }

    /** Whose token that is, which still counts; changes nothing. */
    @Transactional(readOnly = true)
    public Optional<Account> owner(String token) {
        return jdbc.sql("""
                        select username from password_link
                        where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", hash(token)).param("now", Columns.at(clock.instant())).query(String.class).optional()
                .flatMap(accounts::find)
                .filter(account -> account.provider().isEmpty() && !account.locked());
    }

    /** Uses the token up, and every other one of the account; false where it does not count any more. */
    boolean use(String token, String username) {
        Instant now = clock.instant();
        int used = jdbc.sql("""
                        update password_link set used_at = :now
                        where token_hash = :hash and username = :username and used_at is null and expires_at > :now
                        """)
                .param("now", Columns.at(now)).param("hash", hash(token)).param("username", username).update();
        if (used == 1) {
            useUp(username);
        }
        return used == 1;
    }

    /** Uses up every token of the account that is still out. */
    void useUp(String username) {
        jdbc.sql("update password_link set used_at = :now where username = :username and used_at is null")
                .param("now", Columns.at(clock.instant())).param("username", username).update();
    }

    /** Forgets all that count no more by their age. */
    public void forget() {
        jdbc.sql("delete from password_link where made_at < :before")
                .param("before", Columns.at(clock.instant().minus(VALIDITY))).update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
