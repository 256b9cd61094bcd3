package io.mandate.engine.upgrade;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.mandate.engine.model.NeededSteps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which deployments this version of Mandate can run: those whose diagrams name no step that it lacks. Jobs of others are left to
 * nodes that can.
 */
@Component
class KnownDeployments {

    private static final Logger LOG = LoggerFactory.getLogger(KnownDeployments.class);

    private final RepositoryService repository;
    private final ManagementService management;
    private final Map<String, List<String>> missing = new ConcurrentHashMap<>();
    private Set<String> seen = Set.of();

    KnownDeployments(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    /** Lets the node's workers have the jobs of what was deployed meanwhile; false where nothing was. */
    synchronized boolean refresh() {
        Set<String> there = repository.createDeploymentQuery().list().stream().map(Deployment::getId).collect(toSet());
        if (there.equals(seen)) {
            return false;
        }
        there.stream().filter(deployment -> !seen.contains(deployment)).forEach(this::register);
        seen = there;
        return true;
    }

    /** What keeps this node from running the newest versions of all diagrams; nothing where it can. */
    List<String> missingInNewest() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getDeploymentId).distinct()
                .flatMap(deployment -> missing(deployment).stream()).toList();
    }

    private void register(String deployment) {
        List<String> lacking = missing(deployment);
        if (lacking.isEmpty()) {
            management.registerDeploymentForJobExecutor(deployment);
        } else {
            management.unregisterDeploymentForJobExecutor(deployment);
            LOG.warn("This node leaves the jobs of the deployment {} to others, since its diagrams need what this version of Mandate lacks: {}",
                    deployment, String.join("; ", lacking));
        }
    }

    private List<String> missing(String deployment) {
        return missing.computeIfAbsent(deployment, id -> NeededSteps.missing(contents(repository, id)));
    }

    /** All files of a deployment by name. */
    static Map<String, byte[]> contents(RepositoryService repository, String deployment) {
        return repository.getDeploymentResources(deployment).stream().collect(toMap(Resource::getName, Resource::getBytes));
    }
}
