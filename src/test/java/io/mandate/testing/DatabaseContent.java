package io.mandate.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database, whatever the table. */
public final class DatabaseContent {

    private static final Pattern ASKING = Pattern.compile("(?i)spring_session.*|rate_taken|sign_in_try|spent_challenge");

    private final JdbcClient jdbc;

    public DatabaseContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns, as "table.column", in which any value contains the text: texts and bytes alike. */
    public List<String> columnsWith(String text) {
        return columnsWhere(value -> value.contains(text));
    }

    /** The same, of which this is true. */
    public List<String> columnsWhere(Predicate<String> tells) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : columns()) {
            String table = column.get("table_name").toString();
            String name = column.get("column_name").toString();
            jdbc.sql("select \"" + name + "\" from \"" + table + "\" where \"" + name + "\" is not null")
                    .query((row, number) -> column.get("data_type").toString().matches("(?i).*binary.*|bytea")
                            ? new String(row.getBytes(1), StandardCharsets.UTF_8)
                            : row.getString(1))
                    .list().stream()
                    .filter(tells)
                    .findFirst()
                    .ifPresent(value -> found.add(table + "." + name));
        }
        return found;
    }

    /** How many rows each table has, but those about who asks, and how often. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables().stream().filter(table -> !ASKING.matcher(table).matches()).forEach(table -> rows.put(table, jdbc.sql("select count(*) from \"" + table + "\"").query(Long.class).single()));
        return rows;
    }

    private List<Map<String, Object>> columns() {
        List<Map<String, Object>> columns = jdbc.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = current_schema
                            and (data_type like '%CHAR%' or data_type like '%char%' or data_type like '%text%'
                                or data_type like '%LARGE%' or data_type like '%BINARY%' or data_type = 'bytea')
                        """).query().listOfRows();
        if (columns.size() < 100) {
            throw new AssertionError("The columns of the engine and the record were to be found, not " + columns);
        }
        return columns;
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = current_schema and table_type in ('BASE TABLE', 'TABLE')
                        """).query(String.class).list();
    }
}
