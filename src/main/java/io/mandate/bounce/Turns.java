package io.mandate.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one node at a time read the mailbox. */
@Component
class Turns {

    private static final String MAILBOX = "bounces";

    private final JdbcClient jdbc;
    private final Clock clock;

    Turns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the turn, which keeps all nodes from taking the next one for this long; false where it is taken. One that lies further
     * ahead than anybody pauses was taken by a clock that was wrong, and keeps nobody.
     */
    boolean take(Duration pause) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update mailbox_turn set next_at = :next
                where mailbox = :mailbox and (next_at <= :now or next_at > :latest)
                """)
                .param("mailbox", MAILBOX)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", now.plus(BounceProperties.LONGEST).atOffset(ZoneOffset.UTC))
                .param("next", now.plus(pause).atOffset(ZoneOffset.UTC))
                .update() == 1;
    }
}
