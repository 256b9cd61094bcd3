package io.mandate.bench.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain JDBC, one transaction at a time. */
record Sql(DataSource source) {

    /** What is done in a transaction. */
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    <T> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Statements of one transaction. */
    record Transaction(Connection connection) {

        int update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values)) {
                return statement.executeUpdate();
            }
        }

        /** The columns of the first row as text; empty for none. */
        List<String> row(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values); ResultSet rows = statement.executeQuery()) {
                List<String> columns = new ArrayList<>();
                if (rows.next()) {
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        columns.add(rows.getString(column));
                    }
                }
                return columns;
            }
        }

        private PreparedStatement prepared(String sql, Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }
    }
}
