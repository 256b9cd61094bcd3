package io.mandate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of Java may be, as one sees it before reading it. */
class SourceFilesTests {

    private static final int LONGEST = 250;
    private static final Pattern SLEEP = Pattern.compile("\\b(sleep|parkNanos)[(]");
    private static final Pattern SENTENCE = Pattern.compile("^/\\*\\*.+\\.\\s+\\*/.*package ");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/demo/java", "src/test/java"})
    void no_file_is_longer_than_250_lines(String root) {
        assertThat(files(Path.of(root))).isNotEmpty();
        assertThat(tooLong(Path.of(root))).isEmpty();
    }

    @Test
    void every_package_of_the_product_says_in_a_sentence_what_it_holds() {
        assertThat(withoutSentence(Path.of("src/main/java"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/demo/java", "src/test/java"})
    void nothing_sleeps_where_it_could_wait_for_what_is_to_happen(String root) {
        assertThat(sleeping(Path.of(root))).isEmpty();
    }

    @Test
    void all_rules_bite(@TempDir Path planted) throws IOException {
        Path file = Files.write(planted.resolve("Long.java"),
                Stream.concat(Stream.of("Thread.sle" + "ep(1);"), Stream.generate(() -> "//").limit(LONGEST)).toList());

        assertThat(tooLong(planted)).containsExactly(file);
        assertThat(sleeping(planted)).containsExactly(file);
        assertThat(withoutSentence(planted)).containsExactly(planted);
    }

    private static List<Path> tooLong(Path root) {
        return files(root).stream().filter(file -> lines(file).size() > LONGEST).toList();
    }

    private static List<Path> sleeping(Path root) {
        return files(root).stream().filter(file -> lines(file).stream().anyMatch(SLEEP.asPredicate())).toList();
    }

    private static List<Path> withoutSentence(Path root) {
        return files(root).stream().map(Path::getParent).distinct()
                .filter(folder -> !saysWhatItHolds(folder.resolve("package-info.java")))
                .toList();
    }

    private static boolean saysWhatItHolds(Path file) {
        return Files.isRegularFile(file) && SENTENCE.matcher(String.join(" ", lines(file))).find();
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
