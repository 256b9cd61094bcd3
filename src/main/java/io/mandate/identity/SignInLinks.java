package io.mandate.identity;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which administrators of customers sign in: 256 random bits, good for ten minutes and one use, kept as a hash. A
 * token that was made counts once {@link #keep} stored it, which happens for administrators only.
 */
@Component
public class SignInLinks implements OneTimeTokenService {

    /** How long a link works. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    private static final int MOST_IN_AN_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return new DefaultOneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                request.getUsername(), clock.instant().plus(VALIDITY));
    }

    /**
     * Stores the token, so that it counts; old ones are forgotten.
     *
     * @return false where too many were made for this address within the last hour: it does not count
     */
    @Transactional
    public boolean keep(String token, String address) {
        Instant now = clock.instant();
        // Whoever asks for this address at the same moment waits here, so that all of them are counted.
        jdbc.sql("select address from administrator where address = :address order by customer_id for update")
                .param("address", address).query(String.class).list();
        forget();
        int made = jdbc.sql("select count(*) from sign_in_link where address = :address").param("address", address)
                .query(Integer.class).single();
        return made < MOST_IN_AN_HOUR && jdbc.sql("""
                        insert into sign_in_link (token_hash, address, made_at, expires_at)
                        values (:hash, :address, :now, :end)
                        """)
                .param("hash", hash(token)).param("address", address).param("now", Columns.at(now))
                .param("end", Columns.at(now.plus(VALIDITY))).update() == 1;
    }

    /** Forgets all that were made more than an hour ago. */
    public void forget() {
        jdbc.sql("delete from sign_in_link where made_at < :before").param("before", Columns.at(clock.instant().minus(HOUR))).update();
    }

    /** Uses the token up; null, as Spring Security has it, where it is none, was used or is too old. */
    @Override
    public OneTimeToken consume(OneTimeTokenAuthenticationToken presented) {
        String token = String.valueOf(presented.getTokenValue());
        Instant now = clock.instant();
        int used = jdbc.sql("""
                        update sign_in_link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("now", Columns.at(now)).param("hash", hash(token)).update();
        return used == 0 ? null : new DefaultOneTimeToken(token, address(token), now);
    }

    private String address(String token) {
        return jdbc.sql("select address from sign_in_link where token_hash = :hash").param("hash", hash(token))
                .query(String.class).single();
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
