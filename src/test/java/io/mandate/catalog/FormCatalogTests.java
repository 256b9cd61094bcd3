package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The forms for Tasklist offer what the catalog has, in its words: one flat set of fields per service. */
class FormCatalogTests {

    private final Catalog catalog = CatalogFile.read(new ClassPathResource("catalog.yaml"));

    @Nested
    class EveryForm {

        static Stream<Path> forms() throws IOException {
            return Files.list(Path.of("forms")).sorted();
        }

        @ParameterizedTest
        @MethodSource("forms")
        void is_called_as_its_file_and_made_for_this_engine(Path file) {
            var form = read(file);

            assertThat(file).hasFileName(form.get("id").asText() + ".form");
            assertThat(form.get("schemaVersion").asInt()).isEqualTo(16);
            assertThat(form.get("executionPlatform").asText()).isEqualTo("Camunda Platform");
            assertThat(form.get("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        }

        @ParameterizedTest
        @MethodSource("forms")
        void has_fields_of_different_keys_from_which_their_ids_derive(Path file) {
            var fields = fields(read(file));

            assertThat(fields).isNotEmpty().extracting(FormCatalogTests::key).doesNotHaveDuplicates();
            assertThat(fields)
                    .allSatisfy(field -> assertThat(field.get("id").asText()).isEqualTo("Field_" + key(field)));
        }

        @ParameterizedTest
        @MethodSource("forms")
        void submits_plain_values_only(Path file) {
            assertThat(fields(read(file)))
                    .extracting(field -> field.get("type").asText())
                    .isSubsetOf("textfield", "textarea", "select", "radio", "checkbox", "number");
        }
    }

    @Nested
    class PerService {

        @ParameterizedTest
        @ValueSource(strings = {"review-invitation", "approve-relationship"})
        void there_is_a_checkbox_for_each_role_in_the_words_of_the_catalog(String form) {
            for (var service : catalog.services()) {
                for (var role : service.roles()) {
                    var field = field(form, key(service, role));

                    assertThat(field.get("type").asText()).isEqualTo("checkbox");
                    assertThat(field.get("label").asText()).isEqualTo(role.name().en());
                    assertThat(field.get("description").asText()).isEqualTo(role.description().en());
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"review-invitation", "approve-relationship"})
        void the_term_is_one_to_730_days(String form) {
            for (var service : catalog.services()) {
                var days = field(form, service.id() + "_days");

                assertThat(days.get("type").asText()).isEqualTo("number");
                assertThat(days.get("decimalDigits").asInt(-1)).isZero();
                assertThat(days.at("/validate/min").asInt()).isEqualTo(1);
                assertThat(days.at("/validate/max").asInt()).isEqualTo(730);
            }
        }

        @Test
        void the_review_has_no_other_fields() {
            var expected = new ArrayList<>(List.of("customer", "name", "withoutPermission", "subject", "text"));
            catalog.services().forEach(service -> {
                service.roles().forEach(role -> expected.add(key(service, role)));
                expected.addAll(List.of(service.id() + "_days", service.id() + "_extending"));
            });

            assertThat(keys("review-invitation")).containsExactlyInAnyOrderElementsOf(expected);
        }

        @Test
        void the_approval_shows_who_holds_each_service_and_has_no_other_fields() {
            var expected = new ArrayList<>(List.of("partner", "contact", "partnerSince", "decision", "reason"));
            expected.addAll(List.of("agreementText", "agreementContinued", "agreementVersion", "agreementAccepted"));
            expected.add("administrator");
            catalog.services().forEach(service -> {
                service.roles().forEach(role -> expected.add(key(service, role)));
                expected.addAll(List.of("holder_" + service.id(), "before_" + service.id(), service.id() + "_approved",
                        service.id() + "_days", service.id() + "_extending"));
                var holder = field("approve-relationship", "holder_" + service.id());
                assertThat(holder.get("readonly").asBoolean()).isTrue();
            });

            assertThat(keys("approve-relationship")).containsExactlyInAnyOrderElementsOf(expected);
        }

        private String key(Service service, Role role) {
            var withoutService = role.id().startsWith(service.id() + "-")
                    ? role.id().substring(service.id().length() + 1)
                    : role.id();
            return service.id() + "_" + withoutService.replace('-', '_');
        }
    }

    @Nested
    class StartForm {

        @Test
        void offers_the_clouds_in_the_words_of_the_catalog() {
            var clouds = field("request-relationship", "cloud").get("values");

            assertThat(values(clouds)).isEqualTo(catalog.clouds().stream().map(Cloud::id).toList());
            assertThat(clouds).extracting(option -> option.get("label").asText())
                    .isEqualTo(catalog.clouds().stream().map(cloud -> cloud.name().en()).toList());
        }

        @Test
        void offers_the_languages_that_mandate_speaks() {
            assertThat(values(field("request-relationship", "language").get("values")))
                    .isEqualTo(Languages.ALL.stream().map(Locale::getLanguage).toList());
        }

        @Test
        void offers_every_country() {
            assertThat(values(field("request-relationship", "country").get("values")))
                    .containsExactlyInAnyOrder(Locale.getISOCountries());
        }

        private List<String> values(JsonNode options) {
            return stream(options).map(option -> option.get("value").asText()).toList();
        }
    }

    private static JsonNode field(String form, String key) {
        return fields(read(Path.of("forms", form + ".form"))).stream()
                .filter(field -> key(field).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " has no field " + key));
    }

    private static List<String> keys(String form) {
        return fields(read(Path.of("forms", form + ".form"))).stream().map(FormCatalogTests::key).toList();
    }

    /** Everything in a form or group that has a key, groups within it included. */
    private static List<JsonNode> fields(JsonNode parent) {
        return stream(parent.get("components"))
                .flatMap(part -> part.has("components") ? fields(part).stream() : Stream.of(part))
                .filter(part -> part.has("key"))
                .toList();
    }

    private static String key(JsonNode field) {
        return field.get("key").asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is no JSON", e);
        }
    }
}
