package io.mandate.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the engine remembers of instances that have ended: who started them, and who did their tasks. */
@Component
public class PastInstances {

    private final HistoryService history;
    private final RepositoryService repository;
    private final HistoryProperties settings;
    private volatile Duration most;

    PastInstances(HistoryService history, RepositoryService repository, HistoryProperties settings) {
        this.history = history;
        this.repository = repository;
        this.settings = settings;
    }

    /** Those of these business keys of which an instance runs that began before this. */
    public Set<UUID> stillRunning(Collection<UUID> businessKeys, Instant before) {
        return businessKeys.isEmpty() ? Set.of() : of(businessKeys).unfinished().startedBefore(Date.from(before)).list().stream()
                .map(one -> UUID.fromString(one.getBusinessKey())).collect(Collectors.toSet());
    }

    /** Forgets the instances of these business keys that ended before this, with all that belongs to them. */
    public void forget(Collection<UUID> businessKeys, Instant endedBefore) {
        if (!businessKeys.isEmpty()) {
            List<String> ended = of(businessKeys).finished().finishedBefore(Date.from(endedBefore)).list().stream()
                    .map(HistoricProcessInstance::getId).toList();
            if (!ended.isEmpty()) {
                history.deleteHistoricProcessInstancesIfExists(ended);
            }
        }
    }

    /** No instance is remembered for longer after its end than this, nor longer than its diagram says. */
    public void rememberAtMost(Duration most) {
        this.most = most;
        int days = Math.toIntExact(most.toDays());
        for (ProcessDefinition one : repository.createProcessDefinitionQuery().list()) {
            int wanted = Math.min(days, ofDiagram(one));
            if (!Integer.valueOf(wanted).equals(one.getHistoryTimeToLive())) {
                remember(one.getId(), wanted);
            }
        }
    }

    private void remember(String definition, int days) {
        try {
            repository.updateProcessDefinitionHistoryTimeToLive(definition, days);
        } catch (OptimisticLockingException meanwhile) {
            // Another node that starts does the same at the same moment, so that nothing is left to do; or somebody has just suspended it.
            repository.updateProcessDefinitionHistoryTimeToLive(definition, days);
        }
    }

    /** New versions of diagrams say it anew. */
    @EventListener
    void shorten(DiagramsDeployed deployed) {
        if (most != null) {
            rememberAtMost(most);
        }
    }

    /** Lets the engine forget what is older than that, in a job of its own, where it has no hours in which it does so by itself. */
    public void cleanUp() {
        if (settings.window().isEmpty()) {
            history.cleanUpHistoryAsync(true);
        }
    }

    private int ofDiagram(ProcessDefinition definition) {
        Process diagram = repository.getBpmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
        String days = diagram.getCamundaHistoryTimeToLiveString();
        return days.matches("\\d+") ? Integer.parseInt(days) : Period.parse(days).getDays();
    }

    private HistoricProcessInstanceQuery of(Collection<UUID> businessKeys) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyIn(businessKeys.stream().map(UUID::toString).toArray(String[]::new));
    }
}
