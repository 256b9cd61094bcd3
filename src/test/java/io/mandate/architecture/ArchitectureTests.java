package io.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import io.mandate.MandateApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code keeps every rule, and every rule is known to bite. */
class ArchitectureTests {

    private static final String ROOT = "io.mandate";
    private static final String PLANTED = "io.mandate.architecture.planted";

    private static final JavaClasses MANDATE = new ClassFileImporter()
            .importLocations(Set.of(Location.of(
                    MandateApplication.class.getProtectionDomain().getCodeSource().getLocation())));

    static List<Rule> rules() {
        return Rules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_every_rule(Rule rule) {
        rule.below().apply(ROOT).check(MANDATE);
    }

    @Nested
    class Every_rule {

        @ParameterizedTest
        @MethodSource("io.mandate.architecture.ArchitectureTests#rules")
        void bites_where_it_is_broken(Rule rule) {
            String root = PLANTED + "." + rule.name();
            var found = rule.below().apply(root).evaluate(new ClassFileImporter().importPackages(root));

            assertThat(found.getFailureReport().getDetails())
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(detail).contains(root));
        }

        @ParameterizedTest
        @MethodSource("io.mandate.architecture.ArchitectureTests#rules")
        void fails_where_there_is_nothing_to_look_at(Rule rule) {
            JavaClasses none = new ClassFileImporter().importPackages("io.mandate.architecture.nothing");

            assertThatThrownBy(() -> rule.below().apply(ROOT).check(none)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void the_rules_look_at_the_product_only() {
        assertThat(MANDATE.contain(MandateApplication.class)).isTrue();
        assertThat(MANDATE.contain(ArchitectureTests.class)).isFalse();
        assertThat(Path.of("src/main/java")).isDirectory();
    }
}
