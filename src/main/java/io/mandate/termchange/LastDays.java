package io.mandate.termchange;

import io.mandate.relationship.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The days that may be chosen as the last of a term. All are days in UTC.
 *
 * @param first tomorrow: what is to end today is removed instead
 * @param last the last one that is earlier than the present end; before {@code first} where the term ends too soon to be
 *     shortened
 */
public record LastDays(LocalDate first, LocalDate last) {

    private static final LocalTime END = LocalTime.of(23, 59);

    /** The days that may be chosen now for a permission that is held. */
    public static LastDays of(Permission held, Instant now) {
        LocalDate day = day(held.endsAt());
        return new LastDays(day(now).plusDays(1), end(day).isBefore(held.endsAt()) ? day : day.minusDays(1));
    }

    /** When a term ends whose last day this is: 23:59 UTC, to the second, so that all that is shown to the minute is exact. */
    public static Instant end(LocalDate lastDay) {
        return lastDay.atTime(END).toInstant(ZoneOffset.UTC);
    }

    /** Whether there is any. */
    public boolean exist() {
        return !last.isBefore(first);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
