package io.mandate.identity.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One at a time, on all nodes: what is looked for and then made cannot be made twice. */
@Component
public class SetUpLock {

    private final JdbcClient jdbc;

    SetUpLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work in one transaction; the next one begins when it is committed. */
    @Transactional
    public void run(Runnable work) {
        jdbc.sql("select name_ from act_ge_property where name_ = 'startup.lock' for update")
                .query(String.class)
                .single();
        work.run();
    }
}
