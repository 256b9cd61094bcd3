package io.mandate.engine.jobs;

import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the node's workers up by the engine's own settings, and the lease of ours. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class NodeJobExecution {

    @Bean
    JobExecutor jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor workers, CamundaBpmProperties engine,
            JobsProperties settings, JdbcClient database, PlatformTransactionManager transactions) {
        NodeJobExecutor node = new NodeJobExecutor((ThreadPoolTaskExecutor) workers,
                new JobLeases(database, new TransactionTemplate(transactions)), settings.handOver());
        node.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        node.setLockTimeInMillis((int) settings.lease().toMillis());
        JobExecutionProperty given = engine.getJobExecution();
        Optional.ofNullable(given.getMaxJobsPerAcquisition()).ifPresent(node::setMaxJobsPerAcquisition);
        Optional.ofNullable(given.getWaitTimeInMillis()).ifPresent(node::setWaitTimeInMillis);
        Optional.ofNullable(given.getMaxWait()).ifPresent(node::setMaxWait);
        Optional.ofNullable(given.getWaitIncreaseFactor()).ifPresent(node::setWaitIncreaseFactor);
        Optional.ofNullable(given.getBackoffTimeInMillis()).ifPresent(node::setBackoffTimeInMillis);
        Optional.ofNullable(given.getMaxBackoff()).ifPresent(node::setMaxBackoff);
        Optional.ofNullable(given.getBackoffDecreaseThreshold()).ifPresent(node::setBackoffDecreaseThreshold);
        return node;
    }
}
