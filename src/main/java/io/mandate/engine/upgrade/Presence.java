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
 * that no work that is slow makes it look as if it were gone; a connection that died without a word can hold it up for as long as an
 * answer of the database is waited for, which is why others wait for longer than that.
 */
@Component
class Presence implements SmartInitializingSingleton, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private static final Duration END = Duration.ofSeconds(5);

    private final ThisNode node;
    private final NodeRegister nodes;
    private final KnownDeployments known;
    private final Duration every;
    private final Rollout rollout;
    private final Mover mover;
    private final Watch watch;
    private final ConfigurableApplicationContext application;
    private ScheduledExecutorService thread;
    private String trouble = "";

    Presence(ThisNode node, NodeRegister nodes, DeployedFiles deployed, Deployer deployer, KnownDeployments known, MoveRegister moves,
            ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions, NodesProperties settings,
            ConfigurableApplicationContext application) {
        this.node = node;
        this.nodes = nodes;
        this.known = known;
        this.every = settings.seenEvery();
        this.rollout = new Rollout(node, nodes, deployed, deployer, known, new LastSigns(nodes, settings.goneAfter()), transactions);
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
    }

    private void move() {
        mover.look(known.refresh());
    }

    private void beatOrSayWhyNot() {
        try {
            beat();
        } catch (NewerDiagramsException lapsed) {
            LOG.error("This node stops. {}", lapsed.getMessage());
            thread.shutdown();
            new Thread(() -> System.exit(SpringApplication.exit(application, () -> 1)), "stop").start();
            return;
        } catch (Throwable thrown) {
            watch.begin();
            say("This node cannot say that it runs, or not deploy what it brings, which is tried again", thrown);
            return;
        }
        try {
            move();
            trouble = "";
        } catch (Throwable thrown) {
            say("Instances cannot be moved to the newest versions, which is tried again", thrown);
        }
    }

    /** Once, until all is well again. */
    private void say(String what, Throwable thrown) {
        if (!what.equals(trouble)) {
            LOG.warn(what, thrown);
        }
        trouble = what;
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
        try {
            // Otherwise it might still say that this node runs, after it has left.
            if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("This node's last look at the others takes long");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
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
