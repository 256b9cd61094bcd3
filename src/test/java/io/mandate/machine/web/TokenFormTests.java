package io.mandate.machine.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.AtOnce;
import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

/** What becomes of a form for an access token that comes more than once. */
class TokenFormTests extends TokenPagesTest {

    @Test
    void a_form_that_is_sent_twice_makes_one_token_which_the_second_answer_shows() {
        Map<String, String> form = form();
        form.put("key", UUID.randomUUID().toString());

        HttpResponse<String> first = olivia.submit("/tokens/new", "/tokens", form);
        HttpResponse<String> second = olivia.submit("/tokens/new", "/tokens", form);

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(count()).isEqualTo(1);
        assertThat(program.ask("mail", "Bearer " + text(olivia.open(location(second)))).statusCode()).isEqualTo(200);

        ClockUtil.offset(Duration.ofMinutes(5).toMillis());
        HttpResponse<String> late = olivia.submit("/tokens/new", "/tokens", form);

        assertThat(count()).isEqualTo(1);
        assertThat(olivia.open(location(late)).statusCode()).isEqualTo(410);
    }

    @Test
    void a_form_that_is_sent_twice_at_the_same_moment_makes_one_token() throws Exception {
        Map<String, String> form = form();
        Callable<HttpResponse<String>> submit = olivia.ready("/tokens/new", "/tokens", form);

        List<HttpResponse<String>> answers = AtOnce.answers(submit, submit);

        assertThat(answers).extracting(Visitor::location).containsOnly("/tokens/" + id() + "/issued");
        assertThat(program.ask("mail", "Bearer " + text(olivia.open("/tokens/" + id() + "/issued"))).statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_that_are_issued_before_either_is_looked_at_each_is_shown() {
        String first = location(olivia.submit("/tokens/new", "/tokens", form()));
        String second = location(olivia.submit("/tokens/new", "/tokens", form()));

        assertThat(second).isNotEqualTo(first);
        for (String one : List.of(first, second)) {
            assertThat(program.ask("mail", "Bearer " + text(olivia.open(one))).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_form_that_was_gone_back_to_and_changed_makes_another_token() {
        Map<String, String> form = form();
        form.put("key", UUID.randomUUID().toString());
        String first = location(olivia.submit("/tokens/new", "/tokens", form));
        olivia.open(first);

        form.put("name", "other-service");
        String second = location(olivia.submit("/tokens/new", "/tokens", form));

        assertThat(second).isNotEqualTo(first);
        assertThat(program.ask("mail", "Bearer " + text(olivia.open(second))).statusCode()).isEqualTo(200);
    }
}
