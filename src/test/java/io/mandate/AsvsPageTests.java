package io.mandate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the Application Security Verification Standard names every section, and tests that there are. */
class AsvsPageTests {

    /** How many sections each chapter of ASVS 5.0.0 has. */
    private static final List<Integer> SECTIONS = List.of(5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V\\d+\\.\\d+) [^|]+\\| ([^|]+) \\| [^|]+ \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Tests?|IT))`");
    private static final List<String> STATES = List.of("met", "not applicable", "open", "operator");

    private final String page = Files.readString(Path.of("src/docs/asvs.md"));

    AsvsPageTests() throws IOException {}

    @Test
    void every_section_of_every_chapter_has_a_state() {
        List<String> sections = IntStream.rangeClosed(1, SECTIONS.size()).boxed()
                .flatMap(chapter -> IntStream.rangeClosed(1, SECTIONS.get(chapter - 1)).mapToObj(one -> "V" + chapter + "." + one)).toList();

        assertThat(ROW.matcher(page).results().map(row -> row.group(1))).containsExactlyElementsOf(sections);
        assertThat(ROW.matcher(page).results().map(row -> row.group(2))).allMatch(state -> STATES.stream().anyMatch(state::startsWith));
        assertThat(page.lines().filter(line -> line.startsWith("## V"))).hasSize(SECTIONS.size());
    }

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", "")).collect(toSet());
        }

        assertThat(TEST.matcher(page).results().map(found -> found.group(1)).distinct().toList())
                .hasSizeGreaterThan(50).allSatisfy(test -> assertThat(tests).contains(test));
    }
}
