package io.mandate.engine.upgrade;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Since when this node sees, without a break, what the others say of themselves: right after a start, or when the database was
 * away, others may run and just have had no chance to say so.
 */
class Watch {

    private final Duration silence;
    private final LongSupplier nanos;
    private long since;
    private long last;

    Watch(Duration silence, LongSupplier nanos) {
        this.silence = silence;
        this.nanos = nanos;
        begin();
    }

    final synchronized void begin() {
        since = nanos.getAsLong();
        last = since;
    }

    /** It sees them right now. */
    synchronized void goOn() {
        long now = nanos.getAsLong();
        if (now - last > silence.toNanos() / 2) {
            since = now;
        }
        last = now;
    }

    /** Whether those that were silent all the time are gone. */
    synchronized boolean isLongEnough() {
        return nanos.getAsLong() - since > silence.toNanos();
    }

    /** How long a node may be silent. */
    Duration silence() {
        return silence;
    }
}
