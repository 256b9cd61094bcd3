package io.mandate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message files and templates below a resource directory, and what is wrong with them. */
record MessageFiles(Path directory) {

    private static final List<String> TRANSLATIONS = List.of("_es", "_de");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    /** A key that stands as it is, and the fixed beginning of one that is put together. */
    private static final Pattern USED = Pattern.compile("#\\{\\|?([A-Za-z0-9.-]+(?:_[A-Za-z0-9.-]+)*)(\\$\\{|__)?");

    /** Every problem, told as "file: what is wrong"; {@code further} are keys that templates may use as well. */
    List<String> problems(Set<String> further) {
        var problems = new ArrayList<String>();
        var keys = new TreeSet<>(further);
        for (var base : bundles()) {
            var english = read(base);
            keys.addAll(english.stringPropertyNames());
            checkValues(base, english, problems);
            for (var language : TRANSLATIONS) {
                var file = base.resolveSibling(base.getFileName().toString().replace(".properties", language + ".properties"));
                if (Files.exists(file)) {
                    var translated = read(file);
                    checkValues(file, translated, problems);
                    compare(file, english, translated, problems);
                } else {
                    problems.add(name(file) + ": is missing");
                }
            }
        }
        templates().forEach(template -> checkUse(template, keys, problems));
        return problems;
    }

    /** Every key of the English files. */
    Set<String> keys() {
        return bundles().stream().flatMap(file -> read(file).stringPropertyNames().stream()).collect(Collectors.toSet());
    }

    List<Path> bundles() {
        return files("messages", ".properties").filter(file -> !file.getFileName().toString().contains("_")).toList();
    }

    List<Path> templates() {
        return files("templates", ".html").toList();
    }

    private void checkValues(Path file, Properties messages, List<String> problems) {
        messages.forEach((key, value) -> {
            var text = value.toString();
            if (text.isBlank()) {
                problems.add(name(file) + ": " + key + " is empty");
            }
            // Where a message has arguments, MessageFormat takes a single apostrophe for the beginning of a quotation.
            var arguments = PLACEHOLDER.matcher(text).results().map(MatchResult::group).anyMatch(p -> p.matches("\\{\\d.*}"));
            if (arguments && text.replace("''", "").matches("(?s).*[\\p{L}}]'\\p{L}.*")) {
                problems.add(name(file) + ": " + key + " has a single apostrophe; write ’");
            }
        });
    }

    private void compare(Path file, Properties english, Properties translated, List<String> problems) {
        for (var key : english.stringPropertyNames()) {
            if (!translated.containsKey(key)) {
                problems.add(name(file) + ": " + key + " is missing");
            } else if (!placeholders(english, key).equals(placeholders(translated, key))) {
                problems.add(name(file) + ": " + key + " has other placeholders than in English");
            }
        }
        translated.stringPropertyNames().stream().filter(key -> !english.containsKey(key))
                .forEach(key -> problems.add(name(file) + ": " + key + " is not in English"));
    }

    private void checkUse(Path template, Set<String> keys, List<String> problems) {
        USED.matcher(read(template, Files::readString)).results()
                .filter(used -> used.group(2) == null
                        ? !keys.contains(used.group(1))
                        : keys.stream().noneMatch(key -> key.startsWith(used.group(1))))
                .forEach(used -> problems.add(name(template) + ": #{" + used.group(1) + "} is in no message file"));
    }

    private static Map<String, Long> placeholders(Properties messages, String key) {
        return PLACEHOLDER.matcher(messages.getProperty(key)).results()
                .map(MatchResult::group)
                .collect(Collectors.groupingBy(placeholder -> placeholder, Collectors.counting()));
    }

    private Stream<Path> files(String folder, String ending) {
        var root = directory.resolve(folder);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        return read(root, path -> {
            try (var files = Files.walk(path)) {
                return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            }
        }).stream();
    }

    private static Properties read(Path file) {
        return read(file, path -> {
            var messages = new Properties();
            try (var text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                messages.load(text);
            }
            return messages;
        });
    }

    private String name(Path file) {
        return directory.relativize(file).toString();
    }

    private static <T> T read(Path path, Reading<T> reading) {
        try {
            return reading.from(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T from(Path path) throws IOException;
    }
}
