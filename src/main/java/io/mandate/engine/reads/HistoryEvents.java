package io.mandate.engine.reads;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** The engine reads a diagram's row for its name and version, which never change, and which it has in memory. */
final class HistoryEvents extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        ProcessDefinitionEntity atHand = id == null || Context.getCommandContext() == null ? null
                : Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(id);
        return atHand != null ? atHand : super.getProcessDefinitionEntity(id);
    }
}
