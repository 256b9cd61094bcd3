package io.mandate.engine.upgrade;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether nodes that bring other files really run, or only left a row when they died. */
class LastSigns {

    private static final Logger LOG = LoggerFactory.getLogger(LastSigns.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NodeRegister nodes;
    private final Duration silence;
    private final LongSupplier nanos;
    private final Pause pause;

    LastSigns(NodeRegister nodes, Duration silence, LongSupplier nanos, Pause pause) {
        this.nodes = nodes;
        this.silence = silence;
        this.nanos = nanos;
        this.pause = pause;
    }

    LastSigns(NodeRegister nodes, Duration silence) {
        this(nodes, silence, System::nanoTime, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    /** Lets time pass. */
    interface Pause {

        void last(Duration time) throws InterruptedException;
    }

    /** Waits until one of them says that it runs, which is true, or until all were silent for too long: then the others go on without them. */
    boolean oneRuns(ThisNode node) {
        String mine = node.models().digest();
        Map<UUID, OffsetDateTime> before = nodes.signsOfOthers(node, mine);
        LOG.info("Waiting for {} at most, to see whether these nodes still run: {}", silence, String.join(", ", nodes.withOtherFiles(node, mine)));
        Watch watch = new Watch(silence, nanos);
        while (!watch.isLongEnough()) {
            pause();
            Map<UUID, OffsetDateTime> now = nodes.signsOfOthers(node, mine);
            if (now.isEmpty()) {
                return false;
            } else if (!before.entrySet().containsAll(now.entrySet())) {
                return true;
            }
            watch.goOn();
        }
        before.forEach(nodes::goOnWithout);
        return false;
    }

    private void pause() {
        try {
            pause.last(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("This node stops", stopped);
        }
    }
}
