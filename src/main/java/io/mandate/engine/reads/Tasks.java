package io.mandate.engine.reads;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** The engine looks for tasks below a task, and again for a task that it has at hand. */
final class Tasks extends TaskManager {

    /** There are none: they would be tasks outside a process, which Mandate's engine does not make. */
    @Override
    public List<Task> findTasksByParentTaskId(String task) {
        return Context.getProcessEngineConfiguration().isStandaloneTasksEnabled() ? super.findTasksByParentTaskId(task) : new ArrayList<>();
    }

    /** An execution that waits at a task waits at this one only. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
        List<TaskEntity> atHand = new ArrayList<>();
        getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .forEach(atHand::add);
        return atHand.isEmpty() ? super.findTasksByExecutionId(execution) : atHand;
    }
}
