package io.mandate.engine.jobs;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Date;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says in the database until when jobs are somebody's. */
final class JobLeases {

    private final JdbcClient database;

    JobLeases(JdbcClient database) {
        this.database = database;
    }

    /** Makes jobs the owner's until then, as far as they are its own. The revision stays: for the engine nothing has happened. */
    void renew(Collection<String> jobs, String owner, Date end) {
        database.sql("update ACT_RU_JOB set LOCK_EXP_TIME_ = :end where ID_ in (:jobs) and LOCK_OWNER_ = :owner")
                .param("end", new Timestamp(end.getTime())).param("jobs", jobs).param("owner", owner)
                .update();
    }
}
