package io.mandate.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/** Where instances stand in their diagrams. */
@Component
public class Positions {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Map<String, String> diagrams = new ConcurrentHashMap<>();

    Positions(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /**
     * One diagram and what is marked in it.
     *
     * @param process id of the process
     * @param bpmn the diagram as XML
     * @param active ids of the elements at which the instance stands
     * @param stuck ids of those among them at which somebody has to help
     */
    public record Position(String process, String bpmn, Set<String> active, Set<String> stuck) {}

    /** The instance and the one that it called, outermost first; empty where it has ended. */
    public List<Position> of(String instanceId) {
        List<Position> positions = new ArrayList<>();
        Optional<ProcessInstance> next = Optional.ofNullable(
                runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult());
        while (next.isPresent()) {
            ProcessInstance instance = next.get();
            position(instance).ifPresent(positions::add);
            next = runtime.createProcessInstanceQuery().superProcessInstanceId(instance.getId()).list().stream().findFirst();
        }
        return positions;
    }

    /** The diagram as deployed last, with one element marked: where an instance ended that is no more. */
    public Position at(String process, String element) {
        String latest = repository.createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult().getId();
        return new Position(process, bpmn(latest), Set.of(element), Set.of());
    }

    private Optional<Position> position(ProcessInstance instance) {
        return Optional.ofNullable(runtime.getActivityInstance(instance.getId())).map(tree -> {
            Set<String> active = new TreeSet<>();
            Set<String> stuck = new TreeSet<>();
            collect(tree, active, stuck);
            return new Position(key(instance), bpmn(instance.getProcessDefinitionId()), active, stuck);
        });
    }

    private static void collect(ActivityInstance scope, Set<String> active, Set<String> stuck) {
        for (TransitionInstance due : scope.getChildTransitionInstances()) {
            mark(due.getActivityId(), due.getIncidentIds(), active, stuck);
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                mark(child.getActivityId(), child.getIncidentIds(), active, stuck);
            } else {
                collect(child, active, stuck);
            }
        }
    }

    private static void mark(String element, String[] incidents, Set<String> active, Set<String> stuck) {
        active.add(element);
        if (incidents.length > 0) {
            stuck.add(element);
        }
    }

    private String key(ProcessInstance instance) {
        return repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey();
    }

    /** A deployed diagram never changes. */
    private String bpmn(String definition) {
        return diagrams.computeIfAbsent(definition, id -> {
            try (InputStream xml = repository.getProcessModel(id)) {
                return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
