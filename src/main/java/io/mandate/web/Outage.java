package io.mandate.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.Set;

/** Trouble that is nobody's mistake and passes: the database cannot be reached, or ended the connection. */
final class Outage {

    /** After so many seconds it is worth another try. */
    static final int PAUSE = 10;

    private Outage() {}

    /** Whether it is why this request failed. */
    static boolean isCauseOf(HttpServletRequest request) {
        return isIn((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    static boolean isIn(Throwable thrown) {
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
