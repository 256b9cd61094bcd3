package io.mandate.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled in wrongly changes nothing, is told, and stays. */
class ShortenFieldsTests extends ShortenPageTest {

    @ParameterizedTest
    @CsvSource({
        "'', Please choose a day from", "soon, Please choose a day from", "2026-02-30, Please choose a day from",
        "31.12.2026, Please choose a day from", "+999999999-12-31, The permission would not end earlier",
        "1999-01-01, This day is too early", "-0001-01-01, This day is too early", "9999-12-31, The permission would not end earlier",
        "${7*7}, Please choose a day from",
    })
    void a_day_that_is_none_changes_nothing_and_the_typing_stays(String typed, String why) {
        HttpResponse<String> answer = shorten(form(typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains(why, "Thank you <b>${7*7}</b>");
        assertThat(answer.body()).contains("value=\"" + typed + "\"", "aria-invalid=\"true\"");
        unchanged();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 365, 366})
    void a_day_just_out_of_reach_is_refused(int days) {
        HttpResponse<String> answer = shorten(form(day(days).toString()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains(days < 1 ? "too early: please choose " + written(1)
                : "would not end earlier than now: please choose " + written(364));
        unchanged();
    }

    @Test
    void too_long_a_reason_is_refused_and_so_is_a_form_without_fields_or_of_another_site() {
        Map<String, String> form = form(day(7).toString());
        form.put("note", "x".repeat(1001));

        HttpResponse<String> answer = shorten(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("At most 1,000 characters, please; these are 1,001", "x".repeat(1001));
        assertThat(answer.body()).contains("value=\"" + day(7) + "\"");
        assertThat(shorten(Map.of()).statusCode()).isEqualTo(409);
        assertThat(shorten(Map.of("shown", form.get("shown"))).statusCode()).isEqualTo(422);
        assertThat(ada.forge(page, form(day(7).toString())).statusCode()).isEqualTo(403);
        unchanged();
    }
}
