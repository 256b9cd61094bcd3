package io.mandate.decision;

import static io.mandate.decision.EvaluationTests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mandate.decision.Evaluation.Resource;
import io.mandate.decision.Evaluation.Subject;
import io.mandate.decision.Evaluations.Malformed;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationsTests {

    private static final String DEFAULTS = """
            "subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
            "resource": {"type": "service", "id": "mail", "properties": {"customer": "c-1"}}, """;
    private static final Subject CONTOSO = new Subject("partner", "contoso");
    private static final Resource MAIL = new Resource("service", "mail", Optional.of("c-1"));

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"evaluations\": []}", "{\"evaluations\": null}", "[]", "null"})
    void without_any_item_there_is_one_question_only(String request) {
        assertThat(Evaluations.areIn(json(request))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"evaluations\": [{}]}", "{\"evaluations\": {}}", "{\"evaluations\": \"\"}"})
    void anything_else_is_read_as_several(String request) {
        assertThat(Evaluations.areIn(json(request))).isTrue();
    }

    @Test
    void what_an_item_leaves_out_comes_from_the_top_level() {
        var evaluations = Evaluations.of(json("{" + DEFAULTS + """
                "evaluations": [{}, {"action": {"name": "mail-reader"}}, {"subject": {"type": "partner", "id": "fabrikam"}}]}"""));

        assertThat(evaluations.items()).containsExactly(
                new Evaluation(CONTOSO, "administer", MAIL),
                new Evaluation(CONTOSO, "mail-reader", MAIL),
                new Evaluation(new Subject("partner", "fabrikam"), "administer", MAIL));
        assertThat(evaluations.semantic()).isEqualTo(Semantic.EXECUTE_ALL);
    }

    @Test
    void what_an_item_gives_replaces_the_top_level_as_a_whole() {
        var evaluations = Evaluations.of(json("{" + DEFAULTS + """
                "evaluations": [{"resource": {"type": "service", "id": "collaboration"}}, {"resource": {"id": "mail"}}]}"""));

        assertThat(evaluations.items()).containsExactly(
                new Evaluation(CONTOSO, "administer", new Resource("service", "collaboration", Optional.empty())),
                new Malformed("\"resource.type\" is missing."));
    }

    @Test
    void items_that_hold_everything_need_no_top_level() {
        var evaluations = Evaluations.of(json("{\"evaluations\": [{" + DEFAULTS + "\"context\": {}}]}"));

        assertThat(evaluations.items()).containsExactly(new Evaluation(CONTOSO, "administer", MAIL));
    }

    @Test
    void a_wrong_item_spoils_no_other() {
        var evaluations = Evaluations.of(json("""
                {"subject": {"type": "partner", "id": "contoso"}, "action": {"name": "administer"},
                 "evaluations": [5, {}, {"subject": null},
                     {"resource": {"type": "service", "id": "mail", "properties": {"customer": "c-1"}}}]}"""));

        assertThat(evaluations.items()).containsExactly(
                new Malformed("The evaluation is not a JSON object."),
                new Malformed("\"resource\" is missing."),
                new Malformed("\"subject\" is not a JSON object."),
                new Evaluation(CONTOSO, "administer", MAIL));
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all, EXECUTE_ALL", "deny_on_first_deny, DENY_ON_FIRST_DENY", "permit_on_first_permit, PERMIT_ON_FIRST_PERMIT"
    })
    void the_semantic_is_chosen_in_the_options(String value, Semantic semantic) {
        var request = "{" + DEFAULTS + "\"evaluations\": [{}], \"options\": {\"evaluations_semantic\": \"%s\", \"more\": 1}}";

        assertThat(Evaluations.of(json(request.formatted(value))).semantic()).isEqualTo(semantic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"evaluations\": {}                                   | \"evaluations\" is not an array.",
        "\"evaluations\": [{}], \"subject\": \"contoso\"       | \"subject\" is not a JSON object.",
        "\"evaluations\": [{}], \"action\": {\"name\": 1}      | \"action.name\" is not a string.",
        "\"evaluations\": [{}], \"resource\": {\"id\": \"x\"}  | \"resource.type\" is missing.",
        "\"evaluations\": [{}], \"context\": 1                 | \"context\" is not a JSON object.",
        "\"evaluations\": [{}], \"options\": []                | \"options\" is not a JSON object.",
        "\"evaluations\": [{}], \"options\": {\"evaluations_semantic\": \"EXECUTE_ALL\"} | \"options.evaluations_semantic\" is none of execute_all, deny_on_first_deny, permit_on_first_permit.",
        "\"evaluations\": [{}], \"options\": {\"evaluations_semantic\": 1} | \"options.evaluations_semantic\" is none of execute_all, deny_on_first_deny, permit_on_first_permit.",
    })
    void what_is_wrong_at_the_top_level_refuses_the_whole(String fields, String message) {
        assertThatThrownBy(() -> Evaluations.of(json("{" + fields + "}")))
                .isInstanceOf(MalformedEvaluationException.class).hasMessage(message);
    }

    @Test
    void there_are_at_most_a_hundred_questions() {
        assertThat(Evaluations.of(json(questions(100))).items()).hasSize(100);
        assertThatThrownBy(() -> Evaluations.of(json(questions(101))))
                .hasMessage("\"evaluations\" holds 101 questions; at most 100 are answered at once.");
    }

    private static String questions(int count) {
        return "{\"evaluations\": [" + String.join(",", Collections.nCopies(count, "{}")) + "]}";
    }
}
