package io.mandate.acceptance;

import io.mandate.relationship.Columns;
import io.mandate.relationship.EmailAddress;
import io.mandate.relationship.Requests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was proven in which browser, for an hour. Codes prove that the person there reads an address's mail: six digits, valid for ten minutes and five
 * tries, for one request and one browser, a new one at most every minute. Only a hash is stored.
 */
@Component
@Transactional
class ProofCodes {

    static final Duration VALIDITY = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration PROOF_HOLDS = Duration.ofHours(1);
    static final int TRIES = 5;
    /** Codes for one request, whatever the browser: whoever holds the link cannot go on guessing (250 tries in a million). */
    static final int CODES = 50;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Requests requests;

    ProofCodes(JdbcClient jdbc, Clock clock, Requests requests) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.requests = requests;
    }

    /** What became of an entered code. */
    enum Outcome {
        PROVEN,
        WRONG,
        /** Five wrong ones: a new code is needed. */
        TOO_MANY_TRIES,
        /** None was sent to this browser, or more than ten minutes ago. */
        EXPIRED
    }

    /**
     * What is known of a browser's proof.
     *
     * @param address where the code went
     * @param proven whether it was entered, less than an hour ago
     * @param awaitsCode whether a code can still be entered
     * @param provider id of the identity provider that vouched for the address; empty for a code
     * @param passkey whether a passkey of the person was used as well, less than an hour ago
     */
    record State(EmailAddress address, boolean proven, boolean awaitsCode, Optional<String> provider, boolean passkey) {}

    /** Why no code is given. */
    enum Refusal {
        /** This browser got one within the last minute. */
        TOO_SOON,
        /** So many were asked for that somebody seems to be guessing. */
        TOO_MANY
    }

    /** A code to be mailed, or why there is none. */
    record Issued(String code, Optional<Refusal> refusal) {}

    /** A new code for the address. */
    Issued issue(UUID request, String browser, EmailAddress address) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        Instant now = clock.instant();
        if (sent(request) >= CODES) {
            return new Issued("", Optional.of(Refusal.TOO_MANY));
        }
        int added = jdbc.sql("""
                        insert into proof (request_id, browser, address, code_hash, sent_at, expires_at, codes, tries)
                        values (:request, :browser, :address, :code, :now, :expires, 1, 0) on conflict do nothing
                        """)
                .param("request", request).param("browser", hash(browser)).param("address", address.value())
                .param("code", hash(request, browser, code)).param("now", Columns.at(now))
                .param("expires", Columns.at(now.plus(VALIDITY))).update();
        int renewed = added == 1 ? 1 : jdbc.sql("""
                        update proof set address = :address, code_hash = :code, sent_at = :now, expires_at = :expires,
                            codes = codes + 1, tries = 0, proven_at = null, provider = null, passkey_at = null, challenge = null
                        where request_id = :request and browser = :browser and sent_at <= :latest
                        """)
                .param("request", request).param("browser", hash(browser)).param("address", address.value())
                .param("code", hash(request, browser, code)).param("now", Columns.at(now))
                .param("expires", Columns.at(now.plus(VALIDITY))).param("latest", Columns.at(now.minus(PAUSE))).update();
        return renewed == 1 ? new Issued(code, Optional.empty()) : new Issued("", Optional.of(Refusal.TOO_SOON));
    }

    /** Takes back a code that could not be mailed, so that the next try need not wait. */
    void withdraw(UUID request, String browser) {
        jdbc.sql("delete from proof where request_id = :request and browser = :browser")
                .param("request", request).param("browser", hash(browser)).update();
    }

    /** Checks an entered code; every one counts in the statement that looks at it, so that nobody tries more of them at once. */
    Outcome enter(UUID request, String browser, String code) {
        Instant now = clock.instant();
        KeyHolder after = new GeneratedKeyHolder();
        int counted = jdbc.sql("""
                        update proof set tries = tries + 1,
                            proven_at = case when code_hash = :code then cast(:now as timestamp with time zone) else null end,
                            code_hash = case when code_hash = :code then '' else code_hash end
                        where request_id = :request and browser = :browser and expires_at > :now and tries < :most
                            and proven_at is null
                        """)
                .param("request", request).param("browser", hash(browser)).param("now", Columns.at(now))
                .param("code", hash(request, browser, code)).param("most", TRIES).update(after, "proven_at");
        if (counted == 0) {
            return exhausted(request, browser, now) ? Outcome.TOO_MANY_TRIES : Outcome.EXPIRED;
        }
        if (after.getKeys() != null && after.getKeys().get("proven_at") != null) {
            return Outcome.PROVEN;
        }
        return exhausted(request, browser, now) ? Outcome.TOO_MANY_TRIES : Outcome.WRONG;
    }

    /** Notes that an identity provider vouches for the address of the person at this browser, without any code. */
    void vouch(UUID request, String browser, EmailAddress address, String provider) {
        var params = Map.of("request", request, "browser", hash(browser), "address", address.value(),
                "now", Columns.at(clock.instant()), "provider", provider);
        int added = jdbc.sql("""
                        insert into proof (request_id, browser, address, code_hash, sent_at, expires_at, codes, tries, proven_at, provider)
                        values (:request, :browser, :address, '', :now, :now, 0, 0, :now, :provider) on conflict do nothing
                        """)
                .params(params).update();
        if (added == 0) {
            jdbc.sql("""
                            update proof set address = :address, code_hash = '', proven_at = :now, provider = :provider,
                                passkey_at = null, challenge = null
                            where request_id = :request and browser = :browser
                            """)
                    .params(params).update();
        }
    }

    /** What this browser has proven for the request; empty where nothing was tried in it. */
    @Transactional(readOnly = true)
    public Optional<State> state(UUID request, String browser) {
        Instant now = clock.instant();
        return jdbc.sql("select * from proof where request_id = :request and browser = :browser")
                .param("request", request).param("browser", hash(browser))
                .query((row, n) -> new State(
                        EmailAddress.of(row.getString("address")),
                        isRecent(row, "proven_at", now),
                        Columns.instant(row, "expires_at").isAfter(now) && row.getInt("tries") < TRIES
                                && row.getObject("proven_at") == null,
                        Optional.ofNullable(row.getString("provider")), isRecent(row, "passkey_at", now)))
                .optional();
    }

    private static boolean isRecent(ResultSet row, String column, Instant now) throws SQLException {
        return Columns.optionalInstant(row, column).filter(at -> at.plus(PROOF_HOLDS).isAfter(now)).isPresent();
    }

    /** Whether anybody has proven something for the request since then. */
    @Transactional(readOnly = true)
    public boolean isProvenSince(UUID request, Instant since) {
        return jdbc.sql("select count(*) from proof where request_id = :request and proven_at >= :since")
                .param("request", request).param("since", Columns.at(since)).query(Integer.class).single() > 0;
    }

    /** Counted under a lock on the request, so that no two codes are issued at once. */
    private int sent(UUID request) {
        requests.lock(request);
        return jdbc.sql("select coalesce(sum(codes), 0) from proof where request_id = :request")
                .param("request", request).query(Integer.class).single();
    }

    private boolean exhausted(UUID request, String browser, Instant now) {
        return jdbc.sql("""
                        select count(*) from proof
                        where request_id = :request and browser = :browser and tries >= :most and expires_at > :now
                        """)
                .param("request", request).param("browser", hash(browser)).param("most", TRIES)
                .param("now", Columns.at(now)).query(Integer.class).single() > 0;
    }

    private static String hash(UUID request, String browser, String code) {
        return hash(request + ":" + browser + ":" + code);
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
