package io.mandate.bench.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts statements (a JDBC batch is one) and commits at the driver while it is switched on; else it is not in the way. */
public final class StatementTally implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {

    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder writingCommits = new LongAdder();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<long[]> ofThread = ThreadLocal.withInitial(() -> new long[2]);
    private volatile boolean counting;

    /** How far this thread had counted. */
    record Mark(long statements, long commits) {}

    void count(boolean on) {
        counting = on;
    }

    /** Statements, commits and writing commits since the last call, apart by blanks. */
    String take() {
        return statements.sumThenReset() + " " + commits.sumThenReset() + " " + writingCommits.sumThenReset();
    }

    Mark mark() {
        long[] mine = ofThread.get();
        return new Mark(mine[0], mine[1]);
    }

    void forget(Mark before) {
        long[] mine = ofThread.get();
        statements.add(before.statements() - mine[0]);
        commits.add(before.commits() - mine[1]);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Switched(source) : bean;
    }

    private final class Switched extends DelegatingDataSource {

        private final DataSource counted;

        Switched(DataSource source) {
            super(source);
            counted = ProxyDataSourceBuilder.create(source).listener(StatementTally.this).methodListener(StatementTally.this).build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counting ? counted.getConnection() : super.getConnection();
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (queries.stream().noneMatch(query -> query.getQuery().stripLeading().regionMatches(true, 0, "select", 0, 6))) {
            written.add(execution.getConnectionId());
        }
        statements.increment();
        ofThread.get()[0]++;
    }

    @Override
    public void beforeMethod(MethodExecutionContext context) {}

    @Override
    public void afterMethod(MethodExecutionContext context) {
        if (context.getMethod().getName().equals("commit")) {
            commits.increment();
            ofThread.get()[1]++;
            if (written.remove(context.getConnectionInfo().getConnectionId())) {
                writingCommits.increment();
            }
        }
    }
}
