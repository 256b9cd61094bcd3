package io.mandate.engine.upgrade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.mandate.engine.upgrade.MoveRegister.Group;
import io.mandate.engine.upgrade.MoveRegister.Move;
import io.mandate.engine.upgrade.MoveRegister.Running;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Which nodes run, and on which versions of the diagrams instances do; for people to look at. */
@Component
public class Versions {

    private final ThisNode self;
    private final NodeRegister nodes;
    private final DeployedFiles deployed;
    private final MoveRegister register;
    private final RepositoryService repository;
    private final ManagementService management;
    private final NodesProperties settings;

    Versions(ThisNode self, NodeRegister nodes, DeployedFiles deployed, MoveRegister register, RepositoryService repository,
            ManagementService management, NodesProperties settings) {
        this.self = self;
        this.nodes = nodes;
        this.deployed = deployed;
        this.register = register;
        this.repository = repository;
        this.management = management;
        this.settings = settings;
    }

    /**
     * A node.
     *
     * @param version of Mandate
     * @param silent whether the others go on without it
     * @param asDeployed whether what it brings is what is deployed
     * @param brings what else it brought when it came, names of files; may be empty
     * @param self whether it is the one that says so
     */
    public record Node(String name, String version, Instant startedAt, Instant seenAt, boolean silent, boolean asDeployed, String brings,
            boolean self) {

        /** Whether nothing new is deployed, and no instance moved, until it brings what is deployed or has left. */
        public boolean isWaitedFor() {
            return !silent && !asDeployed;
        }
    }

    /** What becomes of instances on a version that is not the newest. */
    public enum State {
        /** It is the newest. */
        NEWEST,
        /** They are moved as soon as every node brings what is deployed. */
        WAITING,
        /** Moving them begins at any moment. */
        NEXT,
        /** They are being moved. */
        MOVING,
        /** They stay, since the version tag of the newest is another one. */
        TAGGED,
        /** They stay, each for a reason. */
        STAYING,
        /** All were called by others, and go or stay with those. */
        CALLED
    }

    /** How far a batch is; parts without retries wait for somebody. */
    public record Progress(String batch, int percent, int failed) {}

    /** Why some stay: MoveRegister's reason by name, the diagram and the element where it was found, and what the engine says. */
    public record Kept(int instances, String why, String process, String label, String element, String detail) {}

    /**
     * A version of a diagram on which something runs, or the newest.
     *
     * @param deployedBy the version of Mandate that deployed it; empty where people did, or it was not noted
     * @param left how many of those that stay nothing is known to keep: a batch was deleted, or they came later
     */
    public record Version(String definition, int number, String tag, String deployedBy, Instant deployedAt, long instances, State state,
            Optional<Progress> progress, List<Kept> kept, long left) {}

    /** A diagram; newest version first. Of how many further versions nothing runs. */
    public record Diagram(String key, String name, List<Version> versions, int idle) {}

    public List<Node> nodes() {
        return nodes.all(self.id(), deployed.digest(), settings.goneAfter());
    }

    /** With what becomes of instances on older versions while these nodes, all of them, run. */
    public List<Diagram> diagrams(List<Node> nodes) {
        Map<String, Running> running = register.running();
        Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
                .collect(toMap(Deployment::getId, one -> one));
        List<Move> moves = register.all();
        List<Group> kept = register.kept();
        boolean waiting = nodes.stream().anyMatch(Node::isWaitedFor);
        return new TreeMap<>(repository.createProcessDefinitionQuery().list().stream().collect(groupingBy(ProcessDefinition::getKey)))
                .values().stream().map(all -> {
                    List<ProcessDefinition> sorted = all.stream()
                            .sorted(Comparator.comparingInt(ProcessDefinition::getVersion).reversed()).toList();
                    ProcessDefinition newest = sorted.get(0);
                    List<Version> shown = sorted.stream().filter(one -> one == newest || running.containsKey(one.getId()))
                            .map(one -> version(one, newest, running.getOrDefault(one.getId(), Running.NONE),
                                    deployments.get(one.getDeploymentId()), moves, kept, waiting))
                            .toList();
                    return new Diagram(newest.getKey(), newest.getName(), shown, all.size() - shown.size());
                }).toList();
    }

    private Version version(ProcessDefinition one, ProcessDefinition newest, Running running, Deployment deployment, List<Move> moves,
            List<Group> kept, boolean waiting) {
        Optional<Move> move = moves.stream()
                .filter(some -> some.source().equals(one.getId()) && some.target().equals(newest.getId())).findFirst();
        State state = state(one, newest, running, move, waiting);
        List<Kept> stay = kept.stream().filter(group -> group.source().equals(one.getId()) && group.target().equals(newest.getId()))
                .map(this::kept).toList();
        return new Version(one.getId(), one.getVersion(), Optional.ofNullable(one.getVersionTag()).orElse(""),
                Optional.ofNullable(deployment.getSource()).orElse(""), deployment.getDeploymentTime().toInstant(), running.instances(), state,
                move.filter(some -> state == State.MOVING).flatMap(Move::batch).flatMap(this::progress),
                stay, state == State.STAYING ? running.roots() - stay.stream().mapToInt(Kept::instances).sum() : 0);
    }

    private static State state(ProcessDefinition one, ProcessDefinition newest, Running running, Optional<Move> move, boolean waiting) {
        if (one == newest) {
            return State.NEWEST;
        } else if (running.roots() == 0) {
            return State.CALLED;
        } else if (move.isEmpty()) {
            return waiting ? State.WAITING : State.NEXT;
        } else if (move.get().batch().isEmpty()) {
            return State.TAGGED;
        }
        return move.get().ended() ? State.STAYING : State.MOVING;
    }

    private Optional<Progress> progress(String batch) {
        BatchStatistics found = management.createBatchStatisticsQuery().batchId(batch).singleResult();
        return Optional.ofNullable(found).map(some -> new Progress(batch,
                some.getTotalJobs() == 0 ? 0 : 100 * some.getCompletedJobs() / some.getTotalJobs(), some.getFailedJobs()));
    }

    private Kept kept(Group group) {
        ProcessDefinition found = repository.getProcessDefinition(group.kept().definition());
        String element = group.kept().element();
        ModelElementInstance drawn = element.isEmpty() ? null : repository.getBpmnModelInstance(found.getId()).getModelElementById(element);
        String label = Optional.ofNullable(drawn).map(one -> one.getAttributeValue("name")).orElse(element);
        return new Kept(group.instances(), group.kept().why().name(), found.getKey(), label, element, group.kept().detail());
    }
}
