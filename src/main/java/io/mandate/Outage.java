package io.mandate;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.Set;

/** Trouble that is nobody's mistake and passes: the database cannot be reached, or ended the connection. */
public final class Outage {

    private Outage() {}

    /** Whether that is the cause, whoever noticed it. */
    public static boolean isIn(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
            if (one instanceof SQLTransientConnectionException || one instanceof SQLException failed && isConnection(failed.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** SQL's states 08: the connection; PostgreSQL's 57P: the server is stopped or started, and 53: it is short of something. */
    private static boolean isConnection(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}
