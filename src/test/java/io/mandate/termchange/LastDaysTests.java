package io.mandate.termchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days may be the last of a term. */
class LastDaysTests {

    private static final Instant NOW = Instant.parse("2026-11-03T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:30:00Z, 2026-11-30",
        "2026-12-01T23:59:00Z, 2026-11-30",
        "2026-12-01T23:59:00.001Z, 2026-12-01",
        "2026-12-01T00:00:00Z, 2026-11-30",
    })
    void the_last_is_the_one_that_ends_before_the_present_end(Instant end, LocalDate last) {
        LastDays days = LastDays.of(ending(end), NOW);

        assertThat(days).isEqualTo(new LastDays(LocalDate.parse("2026-11-04"), last));
        assertThat(days.exist()).isTrue();
        assertThat(LastDays.end(last)).isBefore(end);
        assertThat(LastDays.end(last.plusDays(1))).isAfterOrEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T10:00:00Z, false", "2026-11-04T23:59:00Z, false", "2026-11-04T23:59:30Z, true", "2026-11-05T00:00:00Z, true",
    })
    void there_is_none_where_the_term_ends_by_tomorrow_evening(Instant end, boolean any) {
        assertThat(LastDays.of(ending(end), NOW).exist()).isEqualTo(any);
    }

    @Test
    void a_day_ends_a_minute_before_midnight_in_utc() {
        assertThat(LastDays.end(LocalDate.parse("2026-11-04"))).isEqualTo(Instant.parse("2026-11-04T23:59:00Z"));
    }

    private static Permission ending(Instant end) {
        return new Permission(UUID.randomUUID(), "mail", "contoso", UUID.randomUUID(), UUID.randomUUID(), List.of("mail-reader"),
                NOW, end);
    }
}
