package io.mandate.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BusinessDaysTests {

    private final BusinessDays days = new BusinessDays();

    @Test
    void holidays_of_the_country_are_none() {
        LocalDate beforeUnity = LocalDate.of(2028, 10, 2);

        assertThat(days.after(beforeUnity, 1, "DE")).isEqualTo(LocalDate.of(2028, 10, 4));
        assertThat(days.after(beforeUnity, 1, "US")).isEqualTo(LocalDate.of(2028, 10, 3));
    }

    @Test
    void where_the_country_is_unknown_monday_to_friday_count() {
        LocalDate friday = LocalDate.of(2027, 12, 31);

        assertThat(days.after(LocalDate.of(2027, 12, 24), 5, "ZZ")).isEqualTo(friday);
        assertThat(days.after(friday, 1, "ZZ")).isEqualTo(LocalDate.of(2028, 1, 3));
    }

    @Test
    void the_last_one_at_or_before_a_weekend_is_the_friday() {
        assertThat(days.atOrBefore(LocalDate.of(2027, 4, 4), "US")).isEqualTo(LocalDate.of(2027, 4, 2));
        assertThat(days.atOrBefore(LocalDate.of(2027, 4, 2), "US")).isEqualTo(LocalDate.of(2027, 4, 2));
    }

    @Property(tries = 200)
    void the_next_one_is_never_on_a_weekend_and_later_ones_come_later(@ForAll @IntRange(max = 3650) int from, @ForAll @IntRange(min = 1, max = 40) int n) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusDays(from);

        LocalDate day = days.after(start, n, "ES");

        assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(days.after(start, n + 1, "ES")).isAfter(day);
    }
}
