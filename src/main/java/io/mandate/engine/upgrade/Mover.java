package io.mandate.engine.upgrade;

import static java.util.stream.Collectors.joining;

import io.mandate.engine.upgrade.MoveRegister.Move;
import io.mandate.engine.upgrade.MoveRegister.Running;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to move instances to the newest versions of their diagrams, once per pair of versions whatever the number of nodes, and
 * notes when that has ended.
 */
class Mover {

    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);

    private final ThisNode node;
    private final NodeRegister nodes;
    private final DeployedFiles deployed;
    private final MoveRegister register;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transactions;
    private boolean lookAgain = true;

    Mover(ThisNode node, NodeRegister nodes, DeployedFiles deployed, MoveRegister register, ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions) {
        this.node = node;
        this.nodes = nodes;
        this.deployed = deployed;
        this.register = register;
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Looks what has ended, and what there is to begin, if that was waited for. After something was deployed it begins with the
     * next look: what started at the same moment on the version before is there by then.
     */
    void look(boolean justDeployed) {
        lookAgain |= justDeployed;
        for (Move move : register.open()) {
            // Earlier versions of Mandate left open what is never moved, and has no batch.
            if (isOver(move) && register.ended(move) && move.batch().isPresent()) {
                // What was moved may be on a version by now that is not the newest any more.
                lookAgain = true;
                sayEnded(move);
            }
        }
        if (!justDeployed && lookAgain) {
            lookAgain = !beginAll();
        }
    }

    /** False where it has to wait. */
    private boolean beginAll() {
        register.forgetEnded();
        Map<String, Running> running = register.running();
        List<ProcessDefinition> newest = repository.createProcessDefinitionQuery().latestVersion().list();
        boolean all = true;
        for (String source : running.keySet()) {
            ProcessDefinition from = repository.getProcessDefinition(source);
            Optional<ProcessDefinition> to = newest.stream()
                    .filter(one -> one.getKey().equals(from.getKey()) && one.getVersion() > from.getVersion()).findFirst();
            if (to.isPresent() && running.get(source).roots() > 0) {
                all &= Boolean.TRUE.equals(transactions.execute(transaction -> begin(from, to.get())));
            }
        }
        return all;
    }

    private boolean begin(ProcessDefinition source, ProcessDefinition target) {
        deployed.lock();
        if (!nodes.withOtherFiles(node, deployed.digest()).isEmpty() || !isNewest(target)) {
            return false;
        }
        Optional<Move> before = register.all().stream()
                .filter(move -> move.source().equals(source.getId()) && move.target().equals(target.getId())).findFirst();
        List<String> instances = register.movable(source.getId(), target.getId());
        if (instances.isEmpty() || before.filter(move -> !move.ended() || move.batch().isEmpty()).isPresent()) {
            return true;
        }
        Optional<MigrationPlan> plan = new MovePlans(repository, runtime).plan(source, target);
        String batch = plan.map(one -> engine.getCommandExecutorTxRequired()
                .execute(context -> MoveBatch.begin(context, one, instances)).getId()).orElse(null);
        register.begun(source.getId(), target.getId(), instances.size(), batch);
        AfterCommit.then(() -> LOG.info("{} on version {} of {}: {}", instances.size(), source.getVersion(), source.getKey(), batch == null
                ? "they stay on it, since version " + target.getVersion() + " has another version tag"
                : "being moved to version " + target.getVersion() + ", in the batch " + batch));
        return true;
    }

    /** Something may have been deployed before the lock was there. */
    private boolean isNewest(ProcessDefinition target) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(target.getKey()).latestVersion().singleResult()
                .getId().equals(target.getId());
    }

    private boolean isOver(Move move) {
        return move.batch().map(batch -> management.createBatchQuery().batchId(batch).count() == 0).orElse(true);
    }

    private void sayEnded(Move move) {
        ProcessDefinition source = repository.getProcessDefinition(move.source());
        String kept = register.kept().stream()
                .filter(group -> group.source().equals(move.source()) && group.target().equals(move.target()))
                .map(group -> "%d %s, %s %s".formatted(group.instances(), group.kept().why(), group.kept().element(), group.kept().detail()).strip())
                .collect(joining("; "));
        LOG.info("{} from version {} to {}: of {} instances {}", source.getKey(), source.getVersion(),
                repository.getProcessDefinition(move.target()).getVersion(), move.instances(),
                kept.isEmpty() ? "all were moved or have ended" : "some finish on the old version: " + kept + "; all others were moved or have ended");
    }
}
