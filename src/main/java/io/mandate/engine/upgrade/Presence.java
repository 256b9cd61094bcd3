package io.mandate.engine.upgrade;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * This node among the others, from before it answers or does anything until after it has stopped. It has a thread of its own, so
 * that nothing that is slow makes it look as if it were gone.
 */
@Component
class Presence implements SmartInitializingSingleton, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final ThisNode node;
    private final NodeRegister nodes;
    private final KnownDeployments known;
    private final Duration every;
    private final Rollout rollout;
    private final Mover mover;
    private final Watch watch;
    private final ConfigurableApplicationContext application;
    private ScheduledExecutorService thread;
    private boolean inTrouble;

    Presence(ThisNode node, NodeRegister nodes, DeployedFiles deployed, Deployer deployer, KnownDeployments known, MoveRegister moves,
            ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions, NodesProperties settings,
            ConfigurableApplicationContext application) {
        this.node = node;
        this.nodes = nodes;
        this.known = known;
        this.every = settings.seenEvery();
        this.rollout = new Rollout(node, nodes, deployed, deployer, known, transactions);
        this.mover = new Mover(node, nodes, deployed, moves, engine, transactions);
        this.watch = new Watch(settings.goneAfter(), System::nanoTime);
        this.application = application;
    }

    /** Before the first request and the first job: what there is to run must be deployed by then. */
    @Override
    public void afterSingletonsInstantiated() {
        rollout.come();
        watch.begin();
    }

    /** Says that it runs, and looks what the others say. */
    void beat() {
        if (!nodes.seen(node)) {
            LOG.warn("The other nodes went on without this one, which was silent for too long");
            rollout.come();
        }
        watch.goOn();
        rollout.deployOnceAllAgree(watch);
        mover.look(known.refresh());
    }

    private void beatOrSayWhyNot() {
        try {
            beat();
            inTrouble = false;
        } catch (NewerDiagramsException lapsed) {
            LOG.error("This node stops. {}", lapsed.getMessage());
            new Thread(() -> System.exit(SpringApplication.exit(application, () -> 1)), "stop").start();
        } catch (RuntimeException trouble) {
            watch.begin();
            if (!inTrouble) {
                LOG.warn("This node cannot say that it runs, which is tried again", trouble);
            }
            inTrouble = true;
        }
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "presence");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::beatOrSayWhyNot, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It begins first and stops last: the web server and the workers are done by then. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        thread = null;
        try {
            nodes.leave(node);
        } catch (RuntimeException noDatabase) {
            LOG.info("The other nodes will notice by its silence that this one has stopped");
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
