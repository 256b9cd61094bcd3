package io.mandate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmittedValuesTests {

    private static final Set<String> FIELDS = Set.of("subject", "days");

    @Test
    void every_field_is_there_and_transient_whether_filled_in_or_not() {
        var accepted = SubmittedValues.accept(Map.of("subject", "Hello"), FIELDS);

        assertThat(accepted.keySet()).isEqualTo(FIELDS);
        assertThat(accepted.get("subject")).isEqualTo("Hello");
        assertThat(accepted.get("days")).isNull();
        assertThat(FIELDS).allSatisfy(field -> assertThat((Object) accepted.getValueTyped(field))
                .hasFieldOrPropertyWithValue("transient", true));
    }

    @Test
    void nothing_at_all_leaves_every_field_empty() {
        assertThat(SubmittedValues.accept(null, FIELDS)).containsOnlyKeys(FIELDS).doesNotContainValue("");
    }

    @ParameterizedTest
    @MethodSource("plainValues")
    void yes_and_no_numbers_and_texts_are_taken(Object value) {
        assertThat(SubmittedValues.accept(Map.of("days", value), FIELDS).get("days")).isEqualTo(value);
    }

    static List<Object> plainValues() {
        return List.of(true, 30, 30L, 1.5, "", "${1+1}", "x".repeat(4_000));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void anything_else_is_refused(Object value) {
        assertThatExceptionOfType(FormRefusedException.class)
                .isThrownBy(() -> SubmittedValues.accept(Map.of("days", value), FIELDS));
    }

    static List<Object> otherValues() {
        return List.of(
                new Date(), new byte[] {1}, List.of("a"), Map.of(), "x".repeat(4_001),
                Variables.serializedObjectValue("rO0ABQ==").serializationDataFormat("application/x-java-serialized-object").create(),
                Variables.fileValue("a.txt").create());
    }

    @Property
    void a_name_that_is_no_field_is_refused_in_one_short_printable_line(@ForAll String name) {
        assertThatExceptionOfType(FormRefusedException.class)
                .isThrownBy(() -> SubmittedValues.accept(Map.of("no field " + name, "x"), FIELDS))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(100).doesNotContainPattern("\\p{Cntrl}"));
    }
}
