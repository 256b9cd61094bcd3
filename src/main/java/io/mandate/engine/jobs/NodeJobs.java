package io.mandate.engine.jobs;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands a new job to the workers of the node that made it: it is inserted as already locked by this node, and its id goes to a
 * worker after the commit. That saves the query for it, the update that locks it, and the wait for both. Timers, and whatever
 * the workers cannot begin with soon, are found by asking the database, as are the jobs of a node that died.
 */
class NodeJobs extends JobManager {

    private HandOver handOver;

    @Override
    protected void hintJobExecutor(JobEntity job) {
        if (Context.getProcessEngineConfiguration().getJobExecutor() instanceof NodeJobExecutor node
                && node.isHandingOver()
                && job instanceof MessageEntity
                && isFree(job)
                && !continues(job)
                && hasRoom(node, job)
                && isAlone(node, job)) {
            job.setLockOwner(node.getLockOwner());
            job.setLockExpirationTime(node.leaseEnd());
            handOver(node).add(job);
        } else {
            super.hintJobExecutor(job);
        }
    }

    /** Asked for each event that is no longer waited for; only signals that wait in a job have any, and no diagram may have those. */
    @Override
    public List<JobEntity> findJobsByConfiguration(String handler, String configuration, String tenant) {
        return handler.equals(ProcessEventJobHandler.TYPE) ? List.of() : super.findJobsByConfiguration(handler, configuration, tenant);
    }

    private boolean isFree(JobEntity job) {
        return !job.isSuspended() && isJobDue(job) && isJobPriorityInJobExecutorPriorityRange(job.getPriority())
                && isOfThisNode(job.getDeploymentId());
    }

    /** Nodes of another version may start instances of what this one deployed, or the other way round. */
    private static boolean isOfThisNode(String deployment) {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        return deployment == null || !engine.isJobExecutorDeploymentAware() || engine.getRegisteredDeployments().contains(deployment);
    }

    private boolean hasRoom(NodeJobExecutor node, JobEntity job) {
        return handOver != null && handOver.hasBatch(job) || node.hasRoom();
    }

    /** The worker that runs a job of the same instance takes this one next: the engine does that by itself. */
    private boolean continues(JobEntity job) {
        JobExecutorContext worker = Context.getJobExecutorContext();
        return job.isExclusive() && worker != null && worker.isExecutingExclusiveJob()
                && areInSameProcessInstance(job, worker.getCurrentJob());
    }

    /**
     * Whether no other job of the instance runs, of which only one may at a time. An instance that begins in this transaction is
     * known here alone; of another one the engine knows which executions have jobs, so that this rarely costs a statement.
     */
    private boolean isAlone(NodeJobExecutor node, JobEntity job) {
        ExecutionEntity execution = job.getExecution();
        if (!job.isExclusive() || execution == null) {
            return true;
        }
        ExecutionEntity instance = execution.getProcessInstance();
        if (getDbEntityManager().getDbEntityCache().isTransient(instance) || noneRuns(List.of(instance), job)) {
            return true;
        }
        node.waits(job.getProcessInstanceId());
        return false;
    }

    private boolean noneRuns(Collection<ExecutionEntity> executions, JobEntity job) {
        return executions.stream().allMatch(execution ->
                execution.getJobs().stream().noneMatch(other -> other != job && runs(other))
                        && noneRuns(List.copyOf(execution.getExecutions()), job));
    }

    private boolean runs(JobEntity other) {
        return other.isExclusive() && other.getLockOwner() != null && other.getLockExpirationTime() != null
                && other.getLockExpirationTime().after(ClockUtil.getCurrentTime())
                && (handOver == null || !handOver.holds(other))
                && !getDbEntityManager().getDbEntityCache().isDeleted(other);
    }

    private HandOver handOver(NodeJobExecutor node) {
        if (handOver == null) {
            handOver = new HandOver(node, Context.getProcessEngineConfiguration().getProcessEngine());
            TransactionSynchronizationManager.registerSynchronization(handOver);
        }
        return handOver;
    }
}
