package io.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages read what a person typed. */
class TypedTests {

    @Test
    void a_line_has_neither_breaks_nor_blanks_around_it() {
        assertThat(typed(" one\r\ntwo\0\tthree ").line("field")).isEqualTo("one two three");
    }

    @Test
    void several_lines_keep_their_breaks_and_tabs_and_no_other_control_character() {
        Typed typed = typed(" one\r\n\ttwo\0 ");

        assertThat(typed.text("field")).isEqualTo(" one\n\ttwo ");
        assertThat(typed.lines("field")).isEqualTo("one\n\ttwo");
        assertThat(typed.raw("field")).isEqualTo(" one\r\n\ttwo\0 ");
    }

    @Test
    void what_no_form_brings_is_empty() {
        Typed nothing = new Typed(Map.of());

        assertThat(nothing.raw("field")).isEmpty();
        assertThat(nothing.line("field")).isEmpty();
        assertThat(nothing.text("field")).isEmpty();
        assertThat(nothing.lines("field")).isEmpty();
        assertThat(nothing.ticked("field")).isFalse();
        assertThat(nothing.number("field")).isZero();
        assertThat(nothing.day("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' 30 ', 30", "999999, 999999", "1000000, 0", "-1, 0", "3.5, 0", "٣, 0", "3 0, 0", "soon, 0"})
    void a_number_is_whole_and_no_field_takes_zero(String field, int number) {
        assertThat(typed(field).number("field")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-3", "2026-02-30", "3.11.2026", "2026-11-03T00:00", "tomorrow"})
    void what_is_no_day_is_none(String field) {
        assertThat(typed(field).day("field")).isEmpty();
    }

    @Test
    void a_day_may_have_blanks_around_it() {
        assertThat(typed(" 2026-11-03\n").day("field")).contains(LocalDate.of(2026, 11, 3));
    }

    private static Typed typed(String field) {
        return new Typed(Map.of("field", field));
    }
}
