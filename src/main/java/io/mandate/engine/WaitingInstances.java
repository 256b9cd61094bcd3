package io.mandate.engine;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Tells process instances that wait for people what those did. Every method throws {@link ConcurrencyFailureException} where
 * the instance does not wait for that, or a job changed it at the same moment: the whole transaction may be tried again.
 */
@Component
public class WaitingInstances {

    // What the engine's own query would ask: that is put together anew each time, which costs more than to run it. A task names its
    // instance, which has no parent; to ask for that too would let H2 begin with all instances instead of the business key.
    private static final String WAITING = """
            select T.* from ACT_RU_EXECUTION I
            join ACT_RU_TASK T on T.PROC_INST_ID_ = I.ID_
            join ACT_RU_VARIABLE V on V.EXECUTION_ID_ = I.ID_
            where I.BUSINESS_KEY_ = #{relationship} and T.TASK_DEF_KEY_ = #{task}
                and V.NAME_ = #{variable} and V.TEXT_ = #{id} and V.TASK_ID_ is null
            """;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CommandExecutor together;

    WaitingInstances(RuntimeService runtime, TaskService tasks, ProcessEngine engine) {
        this.runtime = runtime;
        this.tasks = tasks;
        // What is found is not read again to be changed.
        this.together = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    /**
     * What an instance is about, by which it is found.
     *
     * @param relationship id of the relationship, the business key
     * @param variable name of the variable that holds the id
     */
    public record Matter(UUID relationship, String variable, UUID id) {}

    /** Completes the task of this id at which it waits. */
    public void complete(String task, Matter matter, Map<String, Object> variables) {
        EngineCommands.run(() -> together.execute(context -> {
            Task waiting = tasks.createNativeTaskQuery().sql(WAITING)
                    .parameter("task", task)
                    .parameter("relationship", matter.relationship().toString())
                    .parameter("variable", matter.variable())
                    .parameter("id", matter.id().toString())
                    .singleResult();
            if (waiting == null) {
                throw new ConcurrencyFailureException("No " + matter.variable() + " waits at " + task + " any more");
            }
            tasks.complete(waiting.getId(), variables);
            return null;
        }));
    }

    /** Gives it the message for which it waits. */
    public void correlate(String message, Matter matter, Map<String, Object> variables) {
        EngineCommands.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(matter.relationship().toString())
                .processInstanceVariableEquals(matter.variable(), matter.id().toString())
                .setVariables(variables)
                .correlate());
    }
}
