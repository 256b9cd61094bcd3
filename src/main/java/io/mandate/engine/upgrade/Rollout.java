package io.mandate.engine.upgrade;

import io.mandate.engine.ModelsRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a node's diagrams, tables and forms are deployed: as soon as every node that runs brings the same. Until then a new version
 * of Mandate runs the diagrams that are there, so that no node ever meets an instance whose steps it lacks.
 */
class Rollout {

    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);

    private final ThisNode node;
    private final NodeRegister nodes;
    private final DeployedFiles deployed;
    private final Deployer deployer;
    private final KnownDeployments known;
    private final LastSigns signs;
    private final TransactionTemplate transactions;

    Rollout(ThisNode node, NodeRegister nodes, DeployedFiles deployed, Deployer deployer, KnownDeployments known,
            LastSigns signs, PlatformTransactionManager transactions) {
        this.node = node;
        this.nodes = nodes;
        this.deployed = deployed;
        this.deployer = deployer;
        this.known = known;
        this.signs = signs;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Begins to run, or runs again after the others went on without it. Where it could not run beside them, it waits to see whether
     * they are still there.
     *
     * @throws NewerDiagramsException where it could not run the diagrams that other nodes run
     * @throws ModelsRefusedException where what it brings is not in order
     */
    void come() {
        List<String> missing = comeIfNothingIsMissing();
        if (!missing.isEmpty() && !signs.oneRuns(node)) {
            missing = comeIfNothingIsMissing();
        }
        if (!missing.isEmpty()) {
            throw new NewerDiagramsException(node.version(), missing);
        }
        known.refresh();
        sayWhetherItWaits();
    }

    /** Without effect where there is something that keeps it from running what the others run. */
    private List<String> comeIfNothingIsMissing() {
        return transactions.execute(transaction -> {
            ModelFiles before = deployed.lock().or(this::adopted).orElse(ModelFiles.NONE);
            Set<String> different = node.models().differentFrom(before);
            if (!different.isEmpty() && nodes.withOtherFiles(node, node.models().digest()).isEmpty()) {
                deployer.deploy(node, before);
                different = Set.of();
            } else if (!different.isEmpty()) {
                ModelsRefusedException.unlessInOrder(node.files());
                List<String> missing = known.missingInNewest();
                if (!missing.isEmpty()) {
                    return missing;
                }
            }
            nodes.enter(node, different);
            return List.of();
        });
    }

    /** Goes on without silent nodes; deploys what this node brings, if that is not deployed and no node is left that brings anything else. */
    void deployOnceAllAgree(Watch watch) {
        String mine = node.models().digest();
        if (watch.isLongEnough()) {
            nodes.goOnWithout(node, watch.silence());
        }
        if (deployed.digest().equals(mine) || !nodes.withOtherFiles(node, mine).isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(transaction -> {
            ModelFiles before = deployed.lock().orElse(ModelFiles.NONE);
            if (!before.equals(node.models()) && nodes.withOtherFiles(node, mine).isEmpty()) {
                deployer.deploy(node, before);
            }
        });
    }

    private Optional<ModelFiles> adopted() {
        var found = deployer.fromBefore();
        found.ifPresent(deployed::set);
        return found;
    }

    /** Once, as it comes. */
    private void sayWhetherItWaits() {
        Set<String> different = node.models().differentFrom(deployed.read().orElse(ModelFiles.NONE));
        List<String> others = different.isEmpty() ? List.of() : nodes.withOtherFiles(node, node.models().digest());
        if (!others.isEmpty()) {
            LOG.info("Not deployed yet: {}. They are as soon as every node brings them; these run without: {}",
                    String.join(", ", different), String.join(", ", others));
        }
    }
}
