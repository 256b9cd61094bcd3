package io.mandate.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.MandateTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The page that says where personal data is, against the live database: every column of ours and of the engine's that can hold
 * words or bytes is in one of its rows, and every row is about columns that there are.
 */
@MandateTest
class PersonalDataPageTests {

    private static final Path PAGE = Path.of("src/docs/personal-data.md");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9_*]+)`");

    @Autowired JdbcClient jdbc;

    /** Tables, of which one may end in a star, and columns, with what the page says of them. */
    private record Row(List<String> tables, List<String> columns, List<String> says) {

        boolean isAbout(String table, String column) {
            return columns.contains(column) && tables.stream().anyMatch(one -> one.endsWith("*")
                    ? table.startsWith(one.substring(0, one.length() - 1)) : one.equals(table));
        }
    }

    private record Column(String table, String name) {}

    @Test
    void every_column_is_in_a_row() throws IOException {
        List<Row> rows = rows();

        assertThat(columns()).hasSizeGreaterThan(500)
                .filteredOn(one -> rows.stream().noneMatch(row -> row.isAbout(one.table(), one.name()))).isEmpty();
    }

    @Test
    void every_row_is_about_what_there_is_and_says_whose_it_is_until_when_and_what_stays() throws IOException {
        List<Column> columns = columns();

        assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row.tables()).isNotEmpty().allMatch(table -> columns.stream().anyMatch(
                    one -> row.columns().stream().anyMatch(name -> new Row(List.of(table), List.of(name), List.of()).isAbout(one.table(), name))));
            assertThat(row.columns()).isNotEmpty().allMatch(name -> columns.stream().anyMatch(one -> row.isAbout(one.table(), name)));
            assertThat(row.says()).hasSize(3).noneMatch(String::isBlank);
        });
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).map(line -> {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
            return new Row(names(cells.get(0)), names(cells.get(1)), cells.subList(2, cells.size()));
        }).toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select lower(table_name) as t, lower(column_name) as c, data_type from information_schema.columns
                        where table_schema = current_schema and lower(data_type) not like '%int%'
                            and lower(data_type) not like '%timestamp%'
                            and lower(data_type) not in ('date', 'uuid', 'boolean', 'double precision')
                        """)
                .query((row, number) -> new Column(row.getString("t").toLowerCase(Locale.ROOT), row.getString("c"))).list();
    }
}
