package io.mandate.evidence.verify;

import io.mandate.relationship.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of one query, read a few at a time; the present one can be looked at until the next is wanted. */
final class Rows implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean there;

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Rows(Connection connection, String query) throws SQLException {
        statement = connection.prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(AT_ONCE);
        rows = statement.executeQuery();
        there = rows.next();
    }

    boolean isThere() {
        return there;
    }

    ResultSet row() {
        return rows;
    }

    void next() throws SQLException {
        there = rows.next();
    }

    /** All rows of this chain, where the present one is of it. */
    <T> List<T> allOf(UUID chain, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        while (there && Columns.uuid(rows, "chain_id").equals(chain)) {
            found.add(reader.read(rows));
            next();
        }
        return found;
    }

    /** The chain that comes first of those at which these stand; databases order ids as their digits, Java does not. */
    static UUID first(Rows... all) throws SQLException {
        List<String> present = new ArrayList<>();
        for (Rows one : all) {
            if (one.there) {
                present.add(Columns.uuid(one.rows, "chain_id").toString());
            }
        }
        return present.stream().min(String::compareTo).map(UUID::fromString).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
