package io.mandate.engine.jobs;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says in the database until when jobs are somebody's. The revision stays: for the engine nothing has happened. A job that
 * another transaction is about to change is left out, so that nobody waits for the other.
 */
final class JobLeases {

    private final JdbcClient database;
    private final TransactionOperations transaction;

    JobLeases(JdbcClient database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Makes jobs the owner's until then, as far as they are its own. */
    void renew(Collection<String> jobs, String owner, Date end) {
        change("LOCK_EXP_TIME_ = :end", jobs, owner, end);
    }

    /** Makes jobs nobody's, as far as they are the owner's. */
    void end(Collection<String> jobs, String owner) {
        change("LOCK_OWNER_ = null, LOCK_EXP_TIME_ = :end", jobs, owner, null);
    }

    private void change(String what, Collection<String> jobs, String owner, Date end) {
        if (jobs.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(begun -> {
            List<String> own = database.sql("""
                            select ID_ from ACT_RU_JOB where ID_ in (:jobs) and LOCK_OWNER_ = :owner order by ID_ for update skip locked
                            """)
                    .param("jobs", jobs).param("owner", owner).query(String.class).list();
            if (!own.isEmpty()) {
                database.sql("update ACT_RU_JOB set " + what + " where ID_ in (:own)")
                        .param("end", end == null ? null : new Timestamp(end.getTime()), Types.TIMESTAMP).param("own", own)
                        .update();
            }
        });
    }
}
