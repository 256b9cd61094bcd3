package io.mandate.passkey;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which challenges were answered: each is answered once, on whichever nodes two answers arrive at the same moment. */
@Repository
public class SpentChallenges {

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Uses a challenge up.
     *
     * @param until when it would not count any more anyway
     * @return false where it was used before
     */
    public boolean spend(String challenge, Instant until) {
        jdbc.sql("""
                        delete from spent_challenge where challenge in
                            (select challenge from spent_challenge where until_at < :now for update skip locked)
                        """)
                .param("now", Columns.at(clock.instant())).update();
        return jdbc.sql("insert into spent_challenge (challenge, until_at) values (:challenge, :until) on conflict do nothing")
                .param("challenge", challenge).param("until", Columns.at(until)).update() == 1;
    }
}
