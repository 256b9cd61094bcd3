package io.mandate.engine.reads;

import io.mandate.relationship.RecentReads;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** The engine keeps decision tables in memory, and asks the database each time which version is the newest. */
final class DecisionDefinitions extends DecisionDefinitionManager {

    private final RecentReads known;

    DecisionDefinitions(RecentReads known) {
        this.known = known;
    }

    @Override
    public DecisionDefinitionEntity findLatestDefinitionByKey(String key) {
        String question = "newest table " + key;
        return known.recall(question, String.class)
                .map(id -> Context.getProcessEngineConfiguration().getDeploymentCache().getDecisionDefinitionCache().get(id))
                .orElseGet(() -> known.read(question, () -> super.findLatestDefinitionByKey(key), DecisionDefinition::getId));
    }
}
