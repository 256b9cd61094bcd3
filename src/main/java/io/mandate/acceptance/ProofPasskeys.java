package io.mandate.acceptance;

import io.mandate.passkey.Passkeys;
import io.mandate.relationship.Columns;
import io.mandate.relationship.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The challenge that a browser is to answer with a passkey of the person whose address it has proven, and that it did. */
@Component
@Transactional
class ProofPasskeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProofPasskeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a new challenge, in place of an older one. */
    void keep(UUID request, String browser, String challenge) {
        jdbc.sql("""
                        update proof set challenge = :challenge, challenge_until = :until
                        where request_id = :request and browser = :browser and proven_at is not null
                        """)
                .param("challenge", challenge).param("until", Columns.at(clock.instant().plus(Passkeys.TIME)))
                .param("request", request).param("browser", ProofCodes.hash(browser)).update();
    }

    /** The browser's challenge, which is used up; empty where there is none any more. */
    Optional<String> take(UUID request, String browser) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select challenge from proof
                        where request_id = :request and browser = :browser and challenge is not null and challenge_until > :now
                        """)
                .param("request", request).param("browser", ProofCodes.hash(browser)).param("now", Columns.at(now))
                .query(String.class).optional()
                .filter(challenge -> jdbc.sql("""
                                update proof set challenge = null
                                where request_id = :request and browser = :browser and challenge = :challenge
                                """)
                        .param("request", request).param("browser", ProofCodes.hash(browser)).param("challenge", challenge)
                        .update() == 1);
    }

    /** Notes that the browser has a passkey of the person with this address, which it still proves. */
    void used(UUID request, String browser, EmailAddress address) {
        jdbc.sql("""
                        update proof set passkey_at = :now
                        where request_id = :request and browser = :browser and address = :address and proven_at is not null
                        """)
                .param("now", Columns.at(clock.instant())).param("request", request).param("browser", ProofCodes.hash(browser))
                .param("address", address.value()).update();
    }
}
