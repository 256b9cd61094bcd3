package io.mandate.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class AgreementsTests {

    @Nested
    class Packaged {

        private final Catalog catalog = CatalogFile.read(new ClassPathResource("catalog.yaml"));
        private final Agreements agreements = Agreements.read(catalog.clouds(), new ClassPathResource("agreements/"));

        @Test
        void every_cloud_has_its_agreement_in_every_language() {
            for (var cloud : catalog.clouds()) {
                for (var language : Languages.ALL) {
                    var agreement = agreements.of(cloud, language);

                    assertThat(agreement.version()).isEqualTo(cloud.agreement());
                    assertThat(agreement.title()).contains(cloud.name().in(language));
                    assertThat(agreement.sections()).hasSizeGreaterThan(5);
                }
            }
        }

        @Test
        void each_cloud_has_an_agreement_of_its_own() {
            assertThat(catalog.clouds()).extracting(cloud -> agreements.of(cloud, Locale.ENGLISH)).doesNotHaveDuplicates();
        }

        @Test
        void who_speaks_another_language_reads_it_in_english() {
            var germany = catalog.cloud("germany").orElseThrow();

            assertThat(agreements.of(germany, Locale.FRENCH)).isEqualTo(agreements.of(germany, Locale.ENGLISH));
        }
    }

    @Nested
    class Read {

        @TempDir
        private Path directory;

        private final Cloud cloud = new Cloud("home", new LocalizedText("a", "b", "c"), true, "7", Set.of("any"));

        @BeforeEach
        void threeProperTexts() throws IOException {
            Files.createDirectories(directory.resolve("home/7"));
            for (var language : Languages.ALL) {
                write(language, "# Title\n\n## 1. First\n\n1.1 One\ntwo.\n\n1.2 Three.\n\n## 2. Second\n\n2.1 Four.\n");
            }
        }

        @Test
        void sections_and_paragraphs_are_told_apart_and_lines_joined() {
            assertThat(read().of(cloud, Locale.ENGLISH)).isEqualTo(new Agreement("7", "Title", List.of(
                    new Agreement.Section("1. First", List.of("1.1 One two.", "1.2 Three.")),
                    new Agreement.Section("2. Second", List.of("2.1 Four.")))));
        }

        @Test
        void a_missing_language_is_named() throws IOException {
            Files.delete(directory.resolve("home/7/es.md"));

            assertThatThrownBy(this::read).hasMessageContaining("home/7/es.md: cannot be read");
        }

        @Test
        void languages_must_agree_paragraph_by_paragraph() throws IOException {
            write(Locale.GERMAN, "# Titel\n\n## 1. Eins\n\n1.1 Eins.\n\n## 2. Zwei\n\n2.1 Vier.\n");

            assertThatThrownBy(this::read)
                    .hasMessageContaining("home/7: the languages differ in sections or paragraphs");
        }

        @Test
        void a_text_without_proper_form_is_refused() throws IOException {
            refuses("Title\n\n## 1\n\ntext", "must begin with \"# \" and a title");
            refuses("# Title", "has no section");
            refuses("# Title\n\ntext\n\n## 1\n\ntext", "has text before its first");
            refuses("# Title\n\n## 1\n\n## 2\n\ntext", "has nothing under \"1\"");
            refuses("", "must begin with \"# \" and a title");
        }

        private void refuses(String text, String problem) throws IOException {
            write(Locale.ENGLISH, text);

            assertThatThrownBy(this::read)
                    .isInstanceOf(CatalogException.class)
                    .hasMessageContaining("home/7/en.md: " + problem);
        }

        private Agreements read() {
            return Agreements.read(List.of(cloud), new FileSystemResource(directory + "/"));
        }

        private void write(Locale language, String text) throws IOException {
            Files.writeString(directory.resolve("home/7/" + language + ".md"), text);
        }
    }
}
