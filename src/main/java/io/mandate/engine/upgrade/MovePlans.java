package io.mandate.engine.upgrade;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The engine's plan for moving instances from one version of a diagram to another: from each element to the equal one. What waits
 * for a message waits for that of the new version; a timer keeps the date that it has, which somebody may have been told.
 */
class MovePlans {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    MovePlans(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Empty where the version tags differ, by which a diagram says that nothing is to be moved. */
    Optional<MigrationPlan> plan(ProcessDefinition source, ProcessDefinition target) {
        if (!Objects.equals(source.getVersionTag(), target.getVersionTag())) {
            return Optional.empty();
        }
        MigrationPlan equal = runtime.createMigrationPlan(source.getId(), target.getId()).mapEqualActivities().build();
        BpmnModelInstance diagram = repository.getBpmnModelInstance(target.getId());
        MigrationPlanBuilder plan = runtime.createMigrationPlan(source.getId(), target.getId());
        for (MigrationInstruction one : equal.getInstructions()) {
            var mapped = plan.mapActivities(one.getSourceActivityId(), one.getTargetActivityId());
            plan = waitsForMessage(diagram.getModelElementById(one.getTargetActivityId())) ? mapped.updateEventTrigger() : mapped;
        }
        return Optional.of(plan.build());
    }

    private static boolean waitsForMessage(ModelElementInstance element) {
        return element instanceof CatchEvent event && event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
    }
}
