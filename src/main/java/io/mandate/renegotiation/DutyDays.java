package io.mandate.renegotiation;

import io.mandate.termchange.LastDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days that may be chosen as the last of a duty, in UTC; it ends as a term does that is shortened.
 *
 * @param first tomorrow, since somebody has to agree before
 * @param last a year from now
 */
public record DutyDays(LocalDate first, LocalDate last) {

    /** The days that may be chosen now. */
    public static DutyDays of(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new DutyDays(today.plusDays(1), today.plusYears(1));
    }

    /** When a duty ends, and another begins, whose last day this is. */
    public static Instant end(LocalDate lastDay) {
        return LastDays.end(lastDay);
    }
}
