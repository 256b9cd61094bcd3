package io.mandate.engine.reads;

import io.mandate.relationship.RecentReads;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/** The engine asks for the definition of each job that it makes or runs: whether it is suspended, and where it stands. */
final class JobDefinitions extends JobDefinitionManager {

    private final RecentReads known;

    JobDefinitions(RecentReads known) {
        this.known = known;
    }

    @Override
    public JobDefinitionEntity findById(String id) {
        JobDefinitionEntity read = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
        return read != null ? read : recallOrRead(id);
    }

    private JobDefinitionEntity recallOrRead(String id) {
        String question = "job " + id;
        Optional<JobDefinitionEntity> recalled = known.recall(question, JobDefinitionEntity.class).map(JobDefinitions::copy);
        recalled.ifPresent(one -> getDbEntityManager().getDbEntityCache().putPersistent(one));
        return recalled.orElseGet(() -> known.read(question, () -> super.findById(id), JobDefinitions::memory));
    }

    /** A suspended one is read each time: a job that is made of it is suspended too, and stays so when the definition is not any more. */
    private static JobDefinitionEntity memory(JobDefinitionEntity one) {
        return one.isSuspended() ? null : copy(one);
    }

    /** Each transaction has its own, as if it had read it: it may change it, and finds out whether somebody else did. */
    private static JobDefinitionEntity copy(JobDefinitionEntity one) {
        JobDefinitionEntity copy = new JobDefinitionEntity();
        copy.setId(one.getId());
        copy.setRevision(one.getRevision());
        copy.setProcessDefinitionId(one.getProcessDefinitionId());
        copy.setProcessDefinitionKey(one.getProcessDefinitionKey());
        copy.setActivityId(one.getActivityId());
        copy.setJobType(one.getJobType());
        copy.setJobConfiguration(one.getJobConfiguration());
        copy.setSuspensionState(one.getSuspensionState());
        copy.setJobPriority(one.getOverridingJobPriority());
        copy.setTenantId(one.getTenantId());
        copy.setDeploymentId(one.getDeploymentId());
        return copy;
    }
}
