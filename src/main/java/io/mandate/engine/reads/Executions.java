package io.mandate.engine.reads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine reads the one execution at which a job or a task stands, or which called an instance that ends, and then all of the
 * same instance. These are read at once.
 */
final class Executions extends ExecutionManager {

    private final Map<String, List<ExecutionEntity>> read = new HashMap<>();

    @Override
    public ExecutionEntity findExecutionById(String id) {
        ExecutionEntity atHand = atHand(id);
        if (atHand == null) {
            instanceOf(id).ifPresent(this::findExecutionsByProcessInstanceId);
            atHand = atHand(id);
        }
        return atHand != null ? atHand : super.findExecutionById(id);
    }

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
        return List.copyOf(read.computeIfAbsent(instance, super::findExecutionsByProcessInstanceId));
    }

    private ExecutionEntity atHand(String id) {
        return getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
    }

    private Optional<String> instanceOf(String execution) {
        return Stream.of(ofJobs(execution), ofTasks(execution), ofCalled(execution)).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> ofJobs(String execution) {
        // The engine keeps jobs under their simplest kind.
        return getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class).stream()
                .filter(JobEntity.class::isInstance).map(JobEntity.class::cast)
                .filter(job -> execution.equals(job.getExecutionId())).map(JobEntity::getProcessInstanceId).findFirst();
    }

    private Optional<String> ofTasks(String execution) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId())).map(TaskEntity::getProcessInstanceId).findFirst();
    }

    /** The caller is nearly always the outermost instance; where it is not, nothing is lost but this attempt. */
    private Optional<String> ofCalled(String execution) {
        return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(called -> execution.equals(called.getSuperExecutionId()))
                .map(ExecutionEntity::getRootProcessInstanceId).findFirst();
    }
}
