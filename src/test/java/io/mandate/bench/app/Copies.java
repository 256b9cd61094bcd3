package io.mandate.bench.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Copies of a request that waits, with all that belongs to it: its rows in the record, and in the engine its instances, tasks, timers,
 * event subscriptions, variables, rights and history. Each copy has ids and a customer of its own and can be answered like any other.
 */
public final class Copies {

    private static final int TOGETHER = 100;
    private static final int UUID_LENGTH = 36;
    private static final int CHANGED = 12;

    private final DataSource source;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    public Copies(DataSource source) {
        this.source = source;
    }

    /** All rows of the table where the column has one of these values belong to it. */
    public Copies of(String table, String column, Collection<?> values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return values.isEmpty() ? this : read(table, "select * from " + table + " where " + column + " in (" + marks + ")", values.toArray());
    }

    /** What the engine has of the instances with this business key and those that they called. */
    public Copies ofEngine(String businessKey) throws SQLException {
        // Only instances name their root, executions below them do not.
        List<Object> instances = values("""
                select i.ID_ from ACT_RU_EXECUTION i join ACT_RU_EXECUTION r on r.ID_ = i.ROOT_PROC_INST_ID_
                where r.BUSINESS_KEY_ = ? and r.SUPER_EXEC_ is null
                """, businessKey);
        of("ACT_RU_EXECUTION", "PROC_INST_ID_", instances);
        rows.put("ACT_RU_EXECUTION", parentsFirst(rows.get("ACT_RU_EXECUTION")));
        of("ACT_RU_TASK", "PROC_INST_ID_", instances);
        of("ACT_RU_VARIABLE", "PROC_INST_ID_", instances);
        of("ACT_RU_JOB", "PROCESS_INSTANCE_ID_", instances);
        of("ACT_RU_EVENT_SUBSCR", "PROC_INST_ID_", instances);
        Set<Object> tasks = column("ACT_RU_TASK", "ID_");
        of("ACT_RU_IDENTITYLINK", "TASK_ID_", tasks);
        of("ACT_RU_AUTHORIZATION", "RESOURCE_ID_", tasks);
        for (String table : List.of("ACT_HI_PROCINST", "ACT_HI_ACTINST", "ACT_HI_TASKINST", "ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_HI_IDENTITYLINK")) {
            of(table, "ROOT_PROC_INST_ID_", instances);
        }
        return of("ACT_HI_JOB_LOG", "PROCESS_INSTANCE_ID_", instances);
    }

    /** Rows of a copy, over all tables. */
    public int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** Makes so many copies; in each, the customer's domain begins with its number. */
    public void make(int number, String domain) throws SQLException {
        try (Bulk bulk = new Bulk(source)) {
            for (int begin = 0; begin < number; begin += TOGETHER) {
                for (var table : rows.entrySet()) {
                    String columns = "(" + String.join(", ", table.getValue().get(0).keySet()) + ")";
                    List<Object[]> copies = new ArrayList<>();
                    for (int copy = begin; copy < Math.min(number, begin + TOGETHER); copy++) {
                        for (Map<String, Object> row : table.getValue()) {
                            copies.add(copied(row, copy, domain));
                        }
                    }
                    bulk.insert(table.getKey(), columns, copies);
                }
            }
        }
    }

    /** The id that this one has in a copy. */
    public static String id(String id, int copy) {
        return id.substring(0, id.length() - CHANGED) + "%012x".formatted(copy + 1);
    }

    private Object[] copied(Map<String, Object> row, int copy, String domain) {
        return row.entrySet().stream().map(column -> copied(column.getKey(), column.getValue(), copy, domain)).toArray();
    }

    private Object copied(String column, Object value, int copy, String domain) {
        if (value instanceof UUID uuid) {
            return ids.contains(uuid.toString()) ? UUID.fromString(id(uuid.toString(), copy)) : uuid;
        }
        if (value instanceof String text) {
            return ids.contains(text) ? id(text, copy)
                    : column.equalsIgnoreCase("message_id") ? "<" + copy + "." + text.substring(1) : text.replace(domain, copy + "-" + domain);
        }
        // They did not all begin at the same moment.
        return column.equalsIgnoreCase("DUEDATE_") && value instanceof Timestamp due ? new Timestamp(due.getTime() + copy * 1000L) : value;
    }

    private Copies read(String table, String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    keep(table, result);
                }
            }
        }
        return this;
    }

    private void keep(String table, ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            String name = result.getMetaData().getColumnName(column);
            Object value = result.getObject(column);
            boolean generated = table.equals("timeline") && name.equalsIgnoreCase("id");
            if (!generated) {
                row.put(name, value);
            }
            boolean key = name.equalsIgnoreCase("ID_") || name.equalsIgnoreCase("id");
            if (key && value != null && value.toString().length() >= UUID_LENGTH) {
                ids.add(value.toString());
            }
        }
        rows.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
    }

    private List<Object> values(String sql, Object value) throws SQLException {
        List<Object> found = new ArrayList<>();
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getObject(1));
                }
            }
        }
        return found;
    }

    private Set<Object> column(String table, String column) {
        Set<Object> values = new HashSet<>();
        rows.getOrDefault(table, List.of()).forEach(row -> row.forEach((name, value) -> {
            if (name.equalsIgnoreCase(column)) {
                values.add(value);
            }
        }));
        return values;
    }

    /** A row after those that it refers to. */
    private static List<Map<String, Object>> parentsFirst(List<Map<String, Object>> executions) {
        List<Map<String, Object>> left = new ArrayList<>(executions);
        List<Map<String, Object>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<Object> unknown = new HashSet<>();
            left.forEach(row -> unknown.add(value(row, "ID_")));
            List<Map<String, Object>> next = left.stream().filter(row -> !unknown.contains(value(row, "PARENT_ID_"))
                    && !unknown.contains(value(row, "SUPER_EXEC_"))).toList();
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }

    private static Object value(Map<String, Object> row, String column) {
        return row.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(column) && entry.getValue() != null)
                .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
