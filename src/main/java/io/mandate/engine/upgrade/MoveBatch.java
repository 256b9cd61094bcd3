package io.mandate.engine.upgrade;

import java.util.List;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.batch.BatchJobContext;
import org.camunda.bpm.engine.impl.batch.BatchJobDeclaration;
import org.camunda.bpm.engine.impl.batch.builder.BatchBuilder;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchConfiguration;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.stereotype.Component;

/**
 * The engine's batch of migrations, with a difference in what one of its jobs does: each instance is moved with all that it called,
 * and one that does not fit, or is no more, is no failure of the job.
 */
@Component
class MoveBatch extends MigrationBatchJobHandler {

    static final String TYPE = "mandate-move";

    /** So many instances, with what they called, are one transaction. */
    private static final int AT_ONCE = 10;
    private static final BatchJobDeclaration DECLARATION = new BatchJobDeclaration(TYPE);

    private final MoveRegister register;

    MoveBatch(MoveRegister register) {
        this.register = register;
    }

    /** Makes one of these instances. */
    static Batch begin(CommandContext context, MigrationPlan plan, List<String> instances) {
        return new BatchBuilder(context).type(TYPE)
                .config(new MigrationBatchConfiguration(instances, null, plan, false, false))
                .permissionHandler(nobodyAsked -> { })
                .operationLogHandler(nothingToLog -> { })
                .build();
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public JobDeclaration<BatchJobContext, MessageEntity> getJobDeclaration() {
        return DECLARATION;
    }

    @Override
    public int calculateInvocationsPerBatchJob(String type, MigrationBatchConfiguration configuration) {
        return AT_ONCE;
    }

    /** Only where the new version can run. */
    @Override
    protected void postProcessJob(MigrationBatchConfiguration batch, JobEntity job, MigrationBatchConfiguration part) {
        job.setDeploymentId(Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(batch.getMigrationPlan().getTargetProcessDefinitionId()).getDeploymentId());
    }

    @Override
    public void executeHandler(MigrationBatchConfiguration part, ExecutionEntity none, CommandContext context, String tenant) {
        MigrationPlan plan = part.getMigrationPlan();
        FamilyMove move = new FamilyMove(context, plan);
        part.getIds().forEach(instance -> move.move(instance, plan).ifPresent(kept ->
                register.keep(instance, plan.getSourceProcessDefinitionId(), plan.getTargetProcessDefinitionId(), kept)));
    }
}
