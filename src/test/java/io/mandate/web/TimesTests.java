package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTests {

    private final Times times = new Times();
    private final Instant instant = Instant.parse("2026-11-22T23:05:00Z");

    @Test
    void a_moment_says_its_time_zone() {
        assertThat(times.moment(instant, Locale.ENGLISH)).isEqualTo("Nov 22, 2026, 23:05 UTC");
    }

    @Test
    void a_day_is_written_as_the_language_writes_it() {
        assertThat(times.day(instant, Locale.GERMAN)).isEqualTo("22.11.2026");
        assertThat(times.day(instant, Locale.forLanguageTag("es"))).isEqualTo("22 nov 2026");
    }
}
