package io.mandate.engine.upgrade;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether nodes that bring other files really run, or only left a row when they died. */
class LastSigns {

    private static final Logger LOG = LoggerFactory.getLogger(LastSigns.class);

    private final NodeRegister nodes;
    private final Duration silence;
    private final LongSupplier nanos;
    private final Looks looks;

    LastSigns(NodeRegister nodes, Duration silence, LongSupplier nanos, Looks looks) {
        this.nodes = nodes;
        this.silence = silence;
        this.nanos = nanos;
        this.looks = looks;
    }

    LastSigns(NodeRegister nodes, Duration silence) {
        this(nodes, silence, System::nanoTime, LastSigns::everySecond);
    }

    /** Looks again and again until a look tells something. */
    interface Looks {

        boolean until(Supplier<Optional<Boolean>> look);
    }

    /** Waits until one of them says that it runs, which is true, or until all were silent for too long: then the others go on without them. */
    boolean oneRuns(ThisNode node) {
        String mine = node.models().digest();
        Map<UUID, OffsetDateTime> before = nodes.signsOfOthers(node, mine);
        LOG.info("Waiting for {} at most, to see whether these nodes still run: {}", silence, String.join(", ", nodes.withOtherFiles(node, mine)));
        Watch watch = new Watch(silence, nanos);
        return looks.until(() -> look(node, before, watch));
    }

    private Optional<Boolean> look(ThisNode node, Map<UUID, OffsetDateTime> before, Watch watch) {
        Map<UUID, OffsetDateTime> now = nodes.signsOfOthers(node, node.models().digest());
        if (now.isEmpty()) {
            return Optional.of(false);
        } else if (!before.entrySet().containsAll(now.entrySet())) {
            return Optional.of(true);
        }
        watch.goOn();
        if (!watch.isLongEnough()) {
            return Optional.empty();
        }
        before.forEach(nodes::goOnWithout);
        return Optional.of(false);
    }

    /** Whoever stops this node need not wait: the thread that does can be interrupted. */
    static boolean everySecond(Supplier<Optional<Boolean>> look) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "last signs");
            made.setDaemon(true);
            return made;
        });
        try {
            thread.scheduleWithFixedDelay(() -> {
                try {
                    look.get().ifPresent(told::complete);
                } catch (RuntimeException trouble) {
                    told.completeExceptionally(trouble);
                }
            }, 1, 1, TimeUnit.SECONDS);
            return told.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("This node stops", stopped);
        } catch (ExecutionException trouble) {
            throw new IllegalStateException("The other nodes' signs cannot be read", trouble.getCause());
        } finally {
            thread.shutdownNow();
        }
    }
}
