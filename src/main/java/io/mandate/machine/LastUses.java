package io.mandate.machine;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * When each access token was last used, to the minute. Uses are noted in memory and stored once a minute in one batch, so that a
 * decision commits nothing; a node that breaks down loses that minute.
 */
@Component
public class LastUses implements SchedulingConfigurer, DisposableBean {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;
    private final Map<UUID, Instant> unstored = new ConcurrentHashMap<>();

    LastUses(NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that the token is used now. */
    public void note(UUID token) {
        unstored.put(token, clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::store, EVERY);
    }

    /** Stores what was noted. Where two nodes note the same minute, one stores it. */
    void store() {
        Map<UUID, Instant> noted = Map.copyOf(unstored);
        if (noted.isEmpty()) {
            return;
        }
        List<MapSqlParameterSource> rows = noted.entrySet().stream()
                // In one order, so that two nodes do not wait for each other.
                .sorted(Map.Entry.comparingByKey())
                .map(use -> new MapSqlParameterSource("id", use.getKey()).addValue("at", Columns.at(use.getValue()))).toList();
        jdbc.batchUpdate("""
                update access_token set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)
                """, rows.toArray(SqlParameterSource[]::new));
        noted.forEach(unstored::remove);
    }

    @Override
    public void destroy() {
        store();
    }
}
