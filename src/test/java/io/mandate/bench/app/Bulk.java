package io.mandate.bench.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Writes many rows fast: several hundred with each statement, in short transactions. */
public final class Bulk implements AutoCloseable {

    private static final int MOST_VALUES = 8_000;
    private static final int STATEMENTS_OF_A_TRANSACTION = 50;

    private final Connection connection;
    private int statements;

    public Bulk(DataSource source) throws SQLException {
        connection = source.getConnection();
        connection.setAutoCommit(false);
    }

    /**
     * Inserts rows in their order.
     *
     * @param columns apart by commas, in brackets
     */
    public void insert(String table, String columns, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.get(0).length;
        int most = MOST_VALUES / width;
        for (int from = 0; from < rows.size(); from += most) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + most));
            String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
            String sql = "insert into " + table + " " + columns + " values " + String.join(", ", Collections.nCopies(some.size(), row));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                for (Object[] values : new ArrayList<>(some)) {
                    for (Object value : values) {
                        statement.setObject(at++, value);
                    }
                }
                statement.executeUpdate();
            }
            if (++statements % STATEMENTS_OF_A_TRANSACTION == 0) {
                connection.commit();
            }
        }
    }

    /** Commits, lets the database look at its tables anew, and gives the connection back. */
    @Override
    public void close() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        connection.close();
    }
}
