package io.mandate.termination.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reason that a person types for the end of a relationship. */
class EndReasonTests extends EndPageTest {

    @Test
    void too_long_a_reason_comes_back_as_typed() {
        HttpResponse<String> answer = ask(paula, paulas, "x".repeat(1001));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(words(answer)).contains("these are 1,001", "x".repeat(1001));
        assertThat(terminations.of(request.relationshipId())).isEmpty();
    }

    @Test
    void control_characters_are_left_out_of_the_reason_and_a_line_break_counts_once() {
        // when
        HttpResponse<String> asked = ask(paula, paulas, " We\u0000 close.\r\nSorry.\u0007" + "\r\nx".repeat(490) + " ");

        // then
        assertThat(Visitor.location(asked)).isEqualTo(paulas);
        assertThat(newest().note()).isEqualTo("We close.\nSorry." + "\nx".repeat(490));
    }

    @Test
    void a_reason_that_comes_too_late_stays_to_be_copied() {
        // given
        ask(paula, paulas, "");

        // when
        HttpResponse<String> second = ask(ada, adas, "We merge with <b>Contoso</b>.");

        // then
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(words(second)).contains("The end was asked for already", "What you typed, to copy",
                "We merge with <b>Contoso</b>.");

        // and when it has ended
        act(ada, adas, "confirm");
        HttpResponse<String> third = paula.submit("/customers", paulas, Map.of("act", "ask", "note", "We close."));

        // then
        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(words(third)).contains("The relationship is not in force", "What you typed, to copy", "We close.");
    }
}
