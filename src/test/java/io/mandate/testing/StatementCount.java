package io.mandate.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.PriorityOrdered;

/**
 * Counts the SQL statements and commits that reach the database; a JDBC batch is one statement. What is done now and then, whatever
 * is asked for, such as forgetting old sessions, does not count.
 */
@TestComponent
public class StatementCount implements BeanPostProcessor, PriorityOrdered {

    /** Spring Boot's scheduler. */
    private static final String NOW_AND_THEN = "scheduling-";

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger writingCommits = new AtomicInteger();
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    /** What was spent: statements as sent, commits, and those of them that had something to commit. */
    public record Spent(List<String> statements, int commits, int writingCommits) {

        /** Statements of the engine's own tables. */
        public long ofTheEngine() {
            return statements.stream().filter(sql -> sql.toUpperCase().contains("ACT_")).count();
        }
    }

    /** What was spent since the last call. */
    public synchronized Spent take() {
        Spent spent = new Spent(new ArrayList<>(statements), commits.getAndSet(0), writingCommits.getAndSet(0));
        statements.clear();
        return spent;
    }

    /** Next to the database: what others keep from it does not count. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source) : bean;
    }

    private DataSource watched(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        if (isNowAndThen()) {
                            return;
                        }
                        if (queries.stream().noneMatch(query -> query.getQuery().strip().toLowerCase().startsWith("select"))) {
                            written.add(execution.getConnectionId());
                        }
                        statements.add(queries.isEmpty() ? "" : queries.get(0).getQuery().strip().replaceAll("\\s+", " "));
                    }
                })
                .methodListener(new MethodExecutionListener() {
                    @Override
                    public void beforeMethod(MethodExecutionContext context) {}

                    @Override
                    public void afterMethod(MethodExecutionContext context) {
                        if (context.getMethod().getName().equals("commit") && !isNowAndThen()) {
                            commits.incrementAndGet();
                            if (written.remove(context.getConnectionInfo().getConnectionId())) {
                                writingCommits.incrementAndGet();
                            }
                        }
                    }
                })
                .build();
    }

    private static boolean isNowAndThen() {
        return Thread.currentThread().getName().startsWith(NOW_AND_THEN);
    }
}
