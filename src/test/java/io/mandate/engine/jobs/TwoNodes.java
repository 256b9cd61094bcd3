package io.mandate.engine.jobs;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database, each with its engine and workers; neither asks the database for jobs unless it is told to. */
final class TwoNodes implements AutoCloseable {

    static final int LEASE_MILLIS = 30_000;
    static final int SHORT_LEASE_MILLIS = 600;
    private static final int NEVER_MILLIS = 1_000_000_000;

    final DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    final Node first;
    final Node second;
    private final List<Node> nodes = new ArrayList<>();

    TwoNodes(JavaDelegate work, int workers) {
        first = new Node("first", work, workers);
        second = new Node("second", work, workers);
        first.engine.getRepositoryService().createDeployment()
                .addModelInstance("one.bpmn", one()).addModelInstance("branches.bpmn", branches()).deploy();
    }

    /** One step in a job of its own. */
    private static BpmnModelInstance one() {
        return Bpmn.createExecutableProcess("one").camundaHistoryTimeToLive(1).startEvent()
                .serviceTask("step").camundaAsyncBefore().camundaDelegateExpression("${work}").endEvent().done();
    }

    /** A step in a job of its own beside a task, after which comes another such step. */
    private static BpmnModelInstance branches() {
        return Bpmn.createExecutableProcess("branches").camundaHistoryTimeToLive(1).startEvent().parallelGateway("fork")
                .serviceTask("left").camundaAsyncBefore().camundaDelegateExpression("${work}").endEvent()
                .moveToNode("fork").serviceTask("middle").camundaAsyncBefore().camundaDelegateExpression("${work}").endEvent()
                .moveToNode("fork").userTask("task")
                .serviceTask("right").camundaAsyncBefore().camundaDelegateExpression("${work}").endEvent().done();
    }

    Job job(String activity) {
        return first.engine.getManagementService().createJobQuery().activityId(activity).singleResult();
    }

    /** How many jobs somebody has, as the present transaction sees it. */
    int owned() {
        return JdbcClient.create(database).sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null").query(Integer.class).single();
    }

    /** The present transaction is about to change the job. */
    void lock(String job) {
        JdbcClient.create(database).sql("select ID_ from ACT_RU_JOB where ID_ = ? for update").param(job).query(String.class).single();
    }

    /** Until when somebody has the job. */
    Date leaseEnd(String job) {
        return JdbcClient.create(database).sql("select LOCK_EXP_TIME_ from ACT_RU_JOB where ID_ = ?").param(job)
                .query(Date.class).single();
    }

    /** A third node that nobody works on yet. */
    Node third(JavaDelegate work) {
        return new Node("third", work, 1);
    }

    /** Who has the job, as the database says; null for nobody. */
    String owner(String job) {
        return JdbcClient.create(database).sql("select LOCK_OWNER_ from ACT_RU_JOB where ID_ = ?").param(job)
                .query((row, number) -> row.getString(1)).list().get(0);
    }

    void pass(int millis) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + millis));
    }

    /** Whatever still waits is gone. */
    void clear() {
        first.engine.getRuntimeService().createProcessInstanceQuery().list().forEach(instance ->
                first.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over"));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }

    final class Node implements AutoCloseable {

        final ProcessEngine engine;
        final NodeJobExecutor workers;
        /** How often it asked the database for jobs; it got none. */
        final AtomicInteger asked = new AtomicInteger();
        private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

        Node(String name, JavaDelegate work, int size) {
            threads.setCorePoolSize(size);
            threads.setMaxPoolSize(size);
            threads.setQueueCapacity(1);
            threads.initialize();
            workers = new NodeJobExecutor(threads, new JobLeases(JdbcClient.create(database), transactions), true);
            workers.setLockTimeInMillis(LEASE_MILLIS);
            workers.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
            workers.setWaitTimeInMillis(NEVER_MILLIS);
            workers.setMaxWait(NEVER_MILLIS);
            workers.setAcquireJobsCmdFactory(number -> context -> {
                asked.incrementAndGet();
                return new AcquiredJobs(number);
            });
            SpringProcessEngineConfiguration settings = new SpringProcessEngineConfiguration();
            settings.setProcessEngineName(name + UUID.randomUUID());
            settings.setDataSource(database);
            settings.setTransactionManager(transactions.getTransactionManager());
            settings.setDatabaseSchemaUpdate("true");
            settings.setJobExecutor(workers);
            settings.setMetricsEnabled(false);
            settings.setJobExecutorDeploymentAware(false);
            Map<Object, Object> beans = new HashMap<>(Map.of("work", work));
            settings.setBeans(beans);
            new NodeJobsSettings().preInit(settings);
            engine = settings.buildProcessEngine();
            nodes.add(this);
        }

        void start(String process) {
            engine.getRuntimeService().startProcessInstanceByKey(process);
        }

        /** All workers have something else to do, and so much waits for them that nothing more may. */
        void occupy(Runnable other) {
            int all = threads.getMaxPoolSize() + 1;
            for (int busy = 0; busy < all; busy++) {
                threads.execute(other);
                int begun = Math.min(busy + 1, threads.getMaxPoolSize());
                await().atMost(1, TimeUnit.MINUTES).until(() -> threads.getActiveCount() == begun);
            }
        }

        /** Has the engine run jobs that it was given by asking the database. */
        void run(List<String> jobs) {
            workers.executeJobs(jobs, (ProcessEngineImpl) engine);
        }

        boolean isIdle() {
            return threads.getActiveCount() == 0 && threads.getQueueSize() == 0;
        }

        /** The jobs that it gets when it asks for some. */
        List<List<String>> acquire() {
            return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired()
                    .execute(new AcquireJobsCmd(workers, 10)).getJobIdBatches();
        }

        @Override
        public void close() {
            workers.shutdown();
            engine.close();
            threads.shutdown();
        }
    }
}
