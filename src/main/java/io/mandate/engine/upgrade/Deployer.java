package io.mandate.engine.upgrade;

import static java.util.stream.Collectors.joining;

import io.mandate.engine.DiagramsDeployed;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deploys what a node brings, in the present transaction. */
@Component
class Deployer {

    /** What the nodes deploy; the second is the name from before there were several. */
    private static final Set<String> NAMES = Set.of("Mandate", "SpringAutoDeployment");
    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final RepositoryService repository;
    private final DeployedFiles deployed;
    private final KeptSchedules schedules;
    private final ApplicationEventPublisher events;

    Deployer(RepositoryService repository, DeployedFiles deployed, KeptSchedules schedules, ApplicationEventPublisher events) {
        this.repository = repository;
        this.deployed = deployed;
        this.schedules = schedules;
        this.events = events;
    }

    /** What a version of Mandate deployed that did not note it. */
    Optional<ModelFiles> fromBefore() {
        return repository.createDeploymentQuery().list().stream()
                .filter(one -> NAMES.contains(String.valueOf(one.getName())))
                .max(Comparator.comparing(Deployment::getDeploymentTime))
                .map(one -> ModelFiles.of(KnownDeployments.contents(repository, one.getId())));
    }

    /**
     * Deploys what differs. Diagrams and forms refer to each other within a deployment, so with one of them all get a new version;
     * tables are asked in their newest version, so with them alone nothing else does.
     */
    void deploy(ThisNode node, ModelFiles before) {
        Set<String> different = node.models().differentFrom(before);
        boolean tablesOnly = !before.equals(ModelFiles.NONE) && different.stream().allMatch(name -> name.endsWith(".dmn"));
        Set<String> wanted = tablesOnly ? different : node.files().keySet();
        DeploymentBuilder builder = repository.createDeployment().name("Mandate").source(node.version());
        new TreeMap<>(node.files()).forEach((name, content) -> {
            if (wanted.contains(name)) {
                builder.addString(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        deployed.set(node.models());
        if (builder.getResourceNames().isEmpty()) {
            return;
        }
        schedules.keepDuring(() -> builder.deployWithResult());
        events.publishEvent(new DiagramsDeployed());
        AfterCommit.then(() -> LOG.info("Deployed by {} (Mandate {}): {}", node.name(), node.version(),
                before.equals(ModelFiles.NONE) ? "everything, for the first time" : different.stream().collect(joining(", "))));
    }
}
