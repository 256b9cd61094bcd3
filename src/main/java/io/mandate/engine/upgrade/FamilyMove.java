package io.mandate.engine.upgrade;

import io.mandate.engine.upgrade.MoveRegister.Kept;
import io.mandate.engine.upgrade.MoveRegister.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.camunda.bpm.engine.impl.migration.instance.parser.MigratingInstanceParser;
import org.camunda.bpm.engine.impl.migration.validation.instance.MigratingProcessInstanceValidationReportImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Moves instances as the engine does, each with all that it called, or none of them: calls are bound to the deployment, so caller
 * and called are always of one. What the engine would throw is asked for before.
 */
class FamilyMove extends MigrateProcessInstanceCmd {

    private static final String NO_SUCH_STEP = "There is no migration instruction for this instance's activity";

    private final ProcessEngine engine;
    private final String deployment;
    private final MovePlans plans;
    private final Map<String, Optional<MigrationPlan>> made = new HashMap<>();
    private final CommandContext context;

    FamilyMove(CommandContext context, MigrationPlan plan) {
        super((MigrationPlanExecutionBuilderImpl) services(context).getRuntimeService().newMigration(plan), true);
        this.context = context;
        this.engine = services(context);
        this.deployment = engine.getRepositoryService().getProcessDefinition(plan.getTargetProcessDefinitionId()).getDeploymentId();
        this.plans = new MovePlans(engine.getRepositoryService(), engine.getRuntimeService());
    }

    private static ProcessEngine services(CommandContext context) {
        return context.getProcessEngineConfiguration().getProcessEngine();
    }

    /** Moves an instance, or says what keeps it; nothing happens with one that has ended or that was moved already. */
    Optional<Kept> move(String root, MigrationPlan plan) {
        List<ProcessInstance> family = new ArrayList<>();
        collect(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(root).list(), family);
        if (family.isEmpty() || !family.get(0).getProcessDefinitionId().equals(plan.getSourceProcessDefinitionId())) {
            return Optional.empty();
        }
        List<MigratingProcessInstance> prepared = new ArrayList<>();
        for (ProcessInstance one : family) {
            Optional<Kept> kept = prepare(one, prepared);
            if (kept.isPresent()) {
                return kept;
            }
        }
        prepared.forEach(this::move);
        return Optional.empty();
    }

    private void collect(List<ProcessInstance> some, List<ProcessInstance> family) {
        for (ProcessInstance one : some) {
            family.add(one);
            collect(engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(one.getId()).list(), family);
        }
    }

    private Optional<Kept> prepare(ProcessInstance instance, List<MigratingProcessInstance> prepared) {
        ProcessDefinition source = engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
        if (source.getDeploymentId().equals(deployment)) {
            return Optional.empty();
        }
        ProcessDefinition target = engine.getRepositoryService().createProcessDefinitionQuery()
                .deploymentId(deployment).processDefinitionKey(source.getKey()).singleResult();
        if (target == null) {
            return Optional.of(new Kept(source.getId(), "", Why.DIAGRAM, ""));
        }
        Optional<MigrationPlan> plan = made.computeIfAbsent(source.getId(), id -> plans.plan(source, target));
        if (plan.isEmpty()) {
            return Optional.of(new Kept(source.getId(), "", Why.TAG, ""));
        }
        var report = new MigratingProcessInstanceValidationReportImpl();
        MigratingProcessInstance parsed = new MigratingInstanceParser(engine).parse(instance.getId(), plan.get(), report);
        validateInstructions(context, parsed, report);
        prepared.add(parsed);
        return found(source, report);
    }

    private static Optional<Kept> found(ProcessDefinition source, MigratingProcessInstanceValidationReportImpl report) {
        return Stream.of(
                        report.getActivityInstanceReports().stream()
                                .map(one -> kept(source, one.getSourceScopeId(), one.getFailures())),
                        report.getTransitionInstanceReports().stream()
                                .map(one -> kept(source, one.getSourceScopeId(), one.getFailures())),
                        report.getFailures().isEmpty() ? Stream.<Kept>empty() : Stream.of(kept(source, "", report.getFailures())))
                .flatMap(one -> one).findFirst();
    }

    private static Kept kept(ProcessDefinition source, String element, List<String> failures) {
        return new Kept(source.getId(), element, failures.contains(NO_SUCH_STEP) ? Why.STEP : Why.OTHER, String.join("; ", failures));
    }

    private void move(MigratingProcessInstance instance) {
        executeInContext(() -> deleteUnmappedActivityInstances(instance), instance.getSourceDefinition());
        executeInContext(() -> migrateProcessInstance(instance), instance.getTargetDefinition());
    }
}
