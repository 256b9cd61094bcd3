package io.mandate.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.decision.Evaluation.Resource;
import io.mandate.decision.Evaluation.Subject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTests {

    @Test
    void a_question_is_read_and_what_the_standard_does_not_know_is_ignored() {
        var evaluation = Evaluation.of(json("""
                {"subject": {"type": "partner", "id": "contoso", "properties": {"staff": "ana"}, "more": 1},
                 "action": {"name": "mail-reader", "properties": {"method": "GET"}},
                 "resource": {"type": "service", "id": "mail", "properties": {"customer": "c-1", "owner": ["x"]}},
                 "context": {"time": "1985-10-26T01:22-07:00"}, "futureField": {"nested": true}}"""));

        assertThat(evaluation).isEqualTo(new Evaluation(
                new Subject("partner", "contoso"), "mail-reader", new Resource("service", "mail", Optional.of("c-1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"properties\": {}", ", \"properties\": null", ", \"properties\": {\"customer\": 5}"})
    void a_resource_without_a_readable_customer_is_still_a_question(String properties) {
        var evaluation = Evaluation.of(json("""
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "resource": {"type": "service", "id": "mail"%s}, "context": null}""".formatted(properties)));

        assertThat(evaluation.resource().customer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]                                         | The request is not a JSON object.",
        "null                                       | The request is not a JSON object.",
        "{A, R}                                     | \"subject\" is missing.",
        "{S, R}                                     | \"action\" is missing.",
        "{S, A}                                     | \"resource\" is missing.",
        "{\"subject\": \"contoso\", A, R}           | \"subject\" is not a JSON object.",
        "{\"subject\": null, A, R}                  | \"subject\" is not a JSON object.",
        "{\"subject\": {\"id\": \"contoso\"}, A, R} | \"subject.type\" is missing.",
        "{\"subject\": {\"type\": \"partner\"}, A, R} | \"subject.id\" is missing.",
        "{\"subject\": {\"type\": \"partner\", \"id\": 7}, A, R} | \"subject.id\" is not a string.",
        "{S, \"action\": {}, R}                     | \"action.name\" is missing.",
        "{S, \"action\": {\"name\": 123}, R}        | \"action.name\" is not a string.",
        "{S, \"action\": {\"name\": \"x\", \"properties\": []}, R} | \"action.properties\" is not a JSON object.",
        "{S, A, \"resource\": {\"id\": \"mail\"}}   | \"resource.type\" is missing.",
        "{S, A, \"resource\": {\"type\": \"service\"}} | \"resource.id\" is missing.",
        "{S, A, \"resource\": {\"type\": \"service\", \"id\": null}} | \"resource.id\" is not a string.",
        "{S, A, \"resource\": {\"type\": \"service\", \"id\": \"mail\", \"properties\": \"c-1\"}} | \"resource.properties\" is not a JSON object.",
        "{S, A, R, \"context\": \"now\"}            | \"context\" is not a JSON object.",
    })
    void a_question_that_the_standard_does_not_allow_is_refused_with_the_reason(String request, String message) {
        var json = json(request
                .replace("S,", "\"subject\": {\"type\": \"partner\", \"id\": \"contoso\"},")
                .replaceAll("A([,}])", "\"action\": {\"name\": \"administer\"}$1")
                .replaceAll("R([,}])", "\"resource\": {\"type\": \"service\", \"id\": \"mail\"}$1"));

        assertThatThrownBy(() -> Evaluation.of(json)).isInstanceOf(MalformedEvaluationException.class).hasMessage(message);
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
