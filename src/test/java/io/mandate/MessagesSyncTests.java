package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** Every text is there in every language, and every text that a page asks for exists. */
class MessagesSyncTests {

    private static final MessageFiles PRODUCT = new MessageFiles(Path.of("src/main/resources"));
    private static final MessageFiles DEMO = new MessageFiles(Path.of("src/demo/resources"));

    @Test
    void the_product_speaks_three_languages() {
        assertThat(PRODUCT.bundles()).isNotEmpty();
        assertThat(PRODUCT.templates()).isNotEmpty();
        assertThat(PRODUCT.problems(Set.of())).isEmpty();
    }

    @Test
    void the_demo_speaks_three_languages_where_it_has_texts_of_its_own() {
        assertThat(DEMO.problems(PRODUCT.keys())).isEmpty();
    }

    @Test
    void every_bundle_is_one_that_pages_can_use() {
        var configured = List.of(settings().getProperty("spring.messages.basename").split(","));

        assertThat(PRODUCT.bundles())
                .allSatisfy(file -> assertThat(configured)
                        .contains("messages/" + file.getFileName().toString().replace(".properties", "")));
    }

    @ParameterizedTest
    @CsvSource({"_es, (?<!de )acuerdo, contrato", "_es, obligaci, deber", "_de, Vertrag, Vereinbarung"})
    void what_has_a_name_is_never_called_otherwise(String language, String other, String name) {
        for (Path english : PRODUCT.bundles()) {
            Path file = english.resolveSibling(english.getFileName().toString().replace(".properties", language + ".properties"));

            assertThat(file).content().as("say " + name).doesNotContainPattern("(?i)" + other);
        }
    }

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/application.yaml"));
        return yaml.getObject();
    }

    /** One violation per rule, so that each rule is known to bite. */
    @Nested
    class Planted {

        @TempDir
        private Path directory;

        @Test
        void a_missing_file() throws IOException {
            messages("", "a=A");
            messages("_es", "a=A");

            assertThat(problems()).containsExactly("messages/x_de.properties: is missing");
        }

        @Test
        void a_missing_a_surplus_and_an_empty_message() throws IOException {
            messages("", "a=A\nb=B\nc=C");
            messages("_es", "a=A\nb=B\nc=");
            messages("_de", "a=A\nc=C\nd=D");

            assertThat(problems()).containsExactlyInAnyOrder(
                    "messages/x_es.properties: c is empty",
                    "messages/x_de.properties: b is missing",
                    "messages/x_de.properties: d is not in English");
        }

        @Test
        void a_lost_placeholder() throws IOException {
            messages("", "a={0} of {1}\nb=see {link}");
            messages("_es", "a={1} y {0}\nb=vea {link}");
            messages("_de", "a={0} von {0}\nb=siehe");

            assertThat(problems()).containsExactlyInAnyOrder(
                    "messages/x_de.properties: a has other placeholders than in English",
                    "messages/x_de.properties: b has other placeholders than in English");
        }

        @Test
        void an_apostrophe_that_would_swallow_an_argument() throws IOException {
            messages("", "a={0}'s customer\nb=it's plain");
            messages("_es", "a=cliente de {0}\nb=x");
            messages("_de", "a=Kunde von {0}\nb=x");

            assertThat(problems()).containsExactly("messages/x.properties: a has a single apostrophe; write ’");
        }

        @Test
        void a_template_that_asks_for_what_is_not_there() throws IOException {
            for (var language : List.of("", "_es", "_de")) {
                messages(language, "a.b=A\nstate.OPEN=B");
            }
            Files.createDirectories(directory.resolve("templates"));
            Files.writeString(
                    directory.resolve("templates/x.html"),
                    "#{a.b} #{a.b(${x})} #{a.c} #{|state.${y}|} #{|status.${y}|} #{state.__${y}__} #{${z}}");

            assertThat(problems()).containsExactly(
                    "templates/x.html: #{a.c} is in no message file",
                    "templates/x.html: #{status.} is in no message file");
        }

        private List<String> problems() {
            return new MessageFiles(directory).problems(Set.of());
        }

        private void messages(String language, String text) throws IOException {
            Files.createDirectories(directory.resolve("messages"));
            Files.writeString(directory.resolve("messages/x" + language + ".properties"), text);
        }
    }
}
