package io.mandate;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/** Trouble that is nobody's mistake and passes: the database cannot be reached, or ended the connection. */
public final class Outage {

    /** After how many seconds those who are told of it may try again. */
    public static final int SECONDS = 10;

    private Outage() {}

    /** Whether that is the cause, whoever noticed it. */
    public static boolean isIn(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        Deque<Throwable> left = new ArrayDeque<>();
        Optional.ofNullable(thrown).ifPresent(left::add);
        while (!left.isEmpty()) {
            Throwable one = left.remove();
            if (isOne(one)) {
                return true;
            }
            if (seen.add(one)) {
                Optional.ofNullable(one.getCause()).ifPresent(left::add);
                // Where rolling back fails, too, this is what it was rolled back for.
                if (one instanceof TransactionSystemException twice && twice.getApplicationException() != null) {
                    left.add(twice.getApplicationException());
                }
            }
        }
        return false;
    }

    private static boolean isOne(Throwable thrown) {
        return thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLException failed && (isConnection(failed.getSQLState()) || isGone(failed));
    }

    /** What the pool says, without a state, of a connection that broke earlier in the same transaction: nobody closes it there. */
    private static boolean isGone(SQLException failed) {
        return failed.getSQLState() == null && "Connection is closed".equals(failed.getMessage());
    }

    /** SQL's states 08: the connection; PostgreSQL's 57P: the server is stopped or started, and 53: it is short of something. */
    private static boolean isConnection(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}
