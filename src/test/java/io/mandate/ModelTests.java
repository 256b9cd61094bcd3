package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.engine.model.Model;
import io.mandate.engine.model.ProcessCode;
import io.mandate.engine.model.Project;
import io.mandate.engine.model.Rule;
import io.mandate.engine.model.Rules;
import io.mandate.engine.model.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram keeps every modelling rule, and every rule is known to bite. */
class ModelTests {

    private static final Path MODELS = Path.of("src/test/resources/models");

    /** What the planted diagrams, all of the process {@code parcel}, have around them. */
    private static final Surroundings PLANTED = new Surroundings(
            Map.of("SendParcel", "parcelSendParcel", "WeighParcel", "parcelWeighParcel"),
            Set.of("WeighParcel"),
            Map.of("KEY", "parcel", "RECEIPT_CONFIRMED", "ReceiptConfirmed"),
            Set.of("sign-receipt"),
            Set.of("parcel", "payment"),
            Set.of());

    static List<Rule<?>> rules() {
        return Rules.ALL;
    }

    @Nested
    class Diagrams {

        static Stream<Arguments> rulesAndDiagrams() {
            return rules().stream()
                    .flatMap(rule -> Project.diagrams().stream().map(model -> Arguments.of(rule, model)));
        }

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("rulesAndDiagrams")
        void every_diagram_keeps_every_rule(Rule<?> rule, Model diagram) {
            assertThat(rule.problems(diagram, Project.around(diagram))).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("io.mandate.ModelTests#rules")
        void every_rule_looks_at_something(Rule<?> rule) {
            assertThat(Project.diagrams())
                    .anySatisfy(model -> assertThat(rule.applies(model, Project.around(model))).isPositive());
        }

        @Test
        void every_package_of_steps_has_its_diagram() {
            var packages = Project.diagrams().stream().map(model -> model.processId().replace("-", ""));

            assertThat(ProcessCode.packagesWithSteps()).containsExactlyInAnyOrderElementsOf(packages.toList());
        }
    }

    @Nested
    class PlantedDiagrams {

        @Test
        void a_diagram_in_order_breaks_no_rule() {
            var good = Project.read(MODELS.resolve("good/parcel.bpmn"));

            assertThat(rules()).allSatisfy(rule -> assertThat(rule.problems(good, PLANTED)).isEmpty());
        }

        @Test
        void one_that_the_clock_starts_is_about_no_relationship_and_names_no_key() {
            var daily = Project.read(MODELS.resolve("good/clock/parcel.bpmn"));

            assertThat(rules()).allSatisfy(rule -> assertThat(rule.problems(daily, PLANTED)).isEmpty());
        }

        @ParameterizedTest
        @MethodSource("io.mandate.ModelTests#rules")
        void a_bad_diagram_breaks_its_rule_and_no_other(Rule<?> rule) {
            var bad = Project.read(Project.files(MODELS.resolve("bad").resolve(rule.name()), "bpmn").get(0));

            var broken = rules().stream().filter(each -> !each.problems(bad, PLANTED).isEmpty());

            assertThat(broken.map(Rule::name)).containsExactly(rule.name());
        }

        @Test
        void there_is_one_for_every_rule() throws IOException {
            try (var folders = Files.list(MODELS.resolve("bad"))) {
                assertThat(folders.map(folder -> folder.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(rules().stream().map(Rule::name).toList());
            }
        }
    }

    @Nested
    class DecisionTables {

        static List<Path> tables() {
            return Project.files(Path.of("processes"), "dmn");
        }

        @ParameterizedTest
        @MethodSource("tables")
        void every_decision_table_can_be_read_and_is_called_as_its_file(Path table) {
            var decisions = Dmn.readModelFromFile(table.toFile()).getModelElementsByType(Decision.class);

            assertThat(decisions).singleElement().satisfies(decision -> {
                assertThat(table).hasFileName(decision.getId() + ".dmn");
                assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
            });
        }
    }
}
