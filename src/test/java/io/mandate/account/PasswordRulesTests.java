package io.mandate.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"kettle orbit violet damp", "zahnrad wolke pinsel 3", "žluťoučký kůň úpěl",
            "xq7!Lw0pR#tz", "            x gizmo fjord", "🦊🌵🎻🛰️🧊🪁🥁🍋🧵🦉🪐🎲"})
    void any_characters_are_taken_and_none_required(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "short1!              | problem.password.short",
        "elevenchars         | problem.password.short",
        "paula likes kettles and orbits | problem.password.word",
        "kettle CONTOSO orbit violet    | problem.password.word",
        "kettle Mandate orbit violet    | problem.password.word",
        "kettle pérez orbit violet      | problem.password.word",
        "password1234         | problem.password.common",
        "123456789012         | problem.password.common",
        "qwertyuiop12         | problem.password.common",
        "aaaaaaaaaaaaaaaaaaaa | problem.password.common",
        "iloveyou2024         | problem.password.common",
        "correct horse battery staple | problem.password.common",
        "abcdefghijklmnop     | problem.password.common",
    })
    void what_others_try_first_is_not(String password, String code) {
        assertThat(problem(password)).isEqualTo(code);
    }

    @Test
    void the_longest_has_128_characters_and_all_of_them_count() {
        String longest = "kettle orbit violet damp ".repeat(6).substring(0, 128);

        assertThat(problem(longest)).isEmpty();
        assertThat(problem(longest + "x")).isEqualTo("problem.password.long");
    }

    private String problem(String password) {
        return rules.problem("password", password, "paula@contoso.example", "Paula Pérez").map(FieldProblem::code).orElse("");
    }
}
