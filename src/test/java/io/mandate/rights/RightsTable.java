package io.mandate.rights;

import io.mandate.rights.Row.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of rights, read from its page. */
final class RightsTable {

    private static final Pattern PATTERN = Pattern.compile("`([A-Z ]+|any) ([/…][^ `]*)`");
    private static final String ENGINE = "/camunda/api/engine/engine/{engine}";

    private final List<Row> rows;

    private RightsTable(List<Row> rows) {
        this.rows = rows;
    }

    static RightsTable read(Path page) {
        try {
            return of(Files.readAllLines(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RightsTable of(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : lines) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("#+ *", "");
            } else if (line.startsWith("| Operation")) {
                columns(line);
            } else if (line.startsWith("| `")) {
                rows.addAll(rows(section, line));
            }
        }
        return new RightsTable(rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** The most specific row that an operation matches. Fails where there is none, or more than one. */
    Row rowOf(Operation operation) {
        List<Row> matching = rows.stream().filter(row -> !row.isBound() && row.matches(operation)).toList();
        Optional<Row> best = matching.stream().max(Row.LESS_SPECIFIC_FIRST);
        List<Row> equals = matching.stream().filter(row -> Row.LESS_SPECIFIC_FIRST.compare(row, best.orElseThrow()) == 0).toList();
        if (equals.size() != 1) {
            throw new AssertionError(operation + (equals.isEmpty() ? " has no row" : " has several rows: " + equals));
        }
        return equals.get(0);
    }

    private static void columns(String line) {
        if (!cells(line).subList(1, cells(line).size()).equals(Who.columns())) {
            throw new AssertionError("The columns are " + Who.columns() + ", not " + line);
        }
    }

    private static Stream<Row> patterns(String section, String line, Map<Who, Answer> answers) {
        return PATTERN.matcher(cells(line).get(0)).results().map(found -> row(section, found.group(1), found.group(2), answers));
    }

    private static List<Row> rows(String section, String line) {
        List<String> cells = cells(line);
        if (cells.size() != Who.values().length + 1) {
            throw new AssertionError("One cell for each of " + Who.columns() + " is missing: " + line);
        }
        Map<Who, Answer> answers = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            answers.put(who, Answer.valueOf(cells.get(who.ordinal() + 1).toUpperCase(Locale.ROOT)));
        }
        List<Row> rows = patterns(section, line, answers).toList();
        Matcher quoted = Pattern.compile("`[^`]*`").matcher(cells.get(0));
        if (quoted.results().count() != rows.size()) {
            throw new AssertionError("Not a pattern: " + cells.get(0));
        }
        return rows;
    }

    private static Row row(String section, String methods, String path, Map<Who, Answer> answers) {
        List<String> segments = Arrays.stream(path.replace("…", ENGINE).split("/")).filter(one -> !one.isEmpty()).toList();
        Set<String> named = methods.equals("any") ? Set.of() : Arrays.stream(methods.split(" ")).collect(Collectors.toSet());
        return new Row(section, methods + " " + path, named, segments, answers);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|")).map(String::strip).toList();
    }
}
