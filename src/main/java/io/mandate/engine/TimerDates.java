package io.mandate.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Instants as the engine's timers take them. */
public final class TimerDates {

    /** Far beyond what any process waits for; the engine finds due jobs faster where each has a date. */
    private static final Date NEVER = new Date(253_370_764_800_000L);

    private TimerDates() {}

    /** The instant, or a date that never comes, for an event that stays without one until its task is done. */
    public static Date orNever(Optional<Instant> instant) {
        return instant.map(Date::from).orElse(NEVER);
    }
}
