package io.mandate.engine.reads;

import io.mandate.relationship.RecentReads;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * The engine keeps diagrams in memory, and asks the database each time whether one is suspended, and which version is the
 * newest: several times in a transaction.
 */
final class ProcessDefinitions extends ProcessDefinitionManager {

    private final RecentReads known;

    ProcessDefinitions(RecentReads known) {
        this.known = known;
    }

    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
        ProcessDefinitionEntity read = super.getCachedResourceDefinitionEntity(id);
        return read != null ? read : recall("process " + id);
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        return read("process " + id, () -> super.findLatestDefinitionById(id));
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
        return recallOrRead("newest process " + key, () -> super.findLatestDefinitionByKey(key));
    }

    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return recallOrRead("process " + key + " of " + deployment, () -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }

    private ProcessDefinitionEntity recallOrRead(String question, Supplier<ProcessDefinitionEntity> reading) {
        ProcessDefinitionEntity recalled = recall(question);
        return recalled != null ? recalled : read(question, reading);
    }

    /** The one that the engine has in memory, to which it has added what was read; null where it has none. */
    private ProcessDefinitionEntity recall(String question) {
        return known.recall(question, String.class)
                .map(id -> Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(id))
                .orElse(null);
    }

    private ProcessDefinitionEntity read(String question, Supplier<ProcessDefinitionEntity> reading) {
        return known.read(question, reading, ProcessDefinitionEntity::getId);
    }
}
