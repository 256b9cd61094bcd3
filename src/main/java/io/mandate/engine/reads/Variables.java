package io.mandate.engine.reads;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/** The engine reads the variables of each execution and each task by themselves; an instance's are read at once. */
final class Variables extends VariableInstanceManager {

    /** By instance, and by whose they were when they were read. */
    private final Map<String, Map<String, List<VariableInstanceEntity>>> read = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(String execution, Collection<String> names) {
        ExecutionEntity atHand = getDbEntityManager().getCachedEntity(ExecutionEntity.class, execution);
        return names == null && atHand != null
                ? of(atHand.getProcessInstanceId(), execution)
                : super.findVariableInstancesByExecutionIdAndVariableNames(execution, names);
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(String task, Collection<String> names) {
        TaskEntity atHand = getDbEntityManager().getCachedEntity(TaskEntity.class, task);
        if (names != null || atHand == null || atHand.getProcessInstanceId() == null) {
            return super.findVariableInstancesByTaskIdAndVariableNames(task, names);
        }
        // One that was made in this transaction has those that were set here, which the engine knows.
        return getDbEntityManager().getDbEntityCache().isTransient(atHand)
                ? new ArrayList<>()
                : of(atHand.getProcessInstanceId(), task);
    }

    private List<VariableInstanceEntity> of(String instance, String owner) {
        return new ArrayList<>(read.computeIfAbsent(instance, this::read).getOrDefault(owner, List.of()));
    }

    private Map<String, List<VariableInstanceEntity>> read(String instance) {
        return findVariableInstancesByProcessInstanceId(instance).stream().collect(groupingBy(
                one -> one.getTaskId() == null ? one.getExecutionId() : one.getTaskId()));
    }
}
