package io.mandate.engine.reads;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node read of deployed definitions a moment ago. They change when somebody deploys, suspends or deletes one: what
 * happens here is forgotten at once, what happens on another node after a second.
 */
final class KnownDefinitions {

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final long nanos;

    KnownDefinitions(Duration time) {
        nanos = time.toNanos();
    }

    private record Known(Object value, long since) {}

    /** What was read not long ago; nothing in a transaction that changes definitions itself. */
    <T> Optional<T> recall(String question, Class<T> type) {
        Known one = isChanging() ? null : known.get(question);
        return one == null || System.nanoTime() - one.since() >= nanos ? Optional.empty() : Optional.of(type.cast(one.value()));
    }

    /**
     * Reads, and remembers what was read unless definitions changed meanwhile. Null for nothing, which is not remembered; nor is
     * what the memory makes null of.
     */
    <T> T read(String question, Supplier<T> reading, Function<? super T, ?> memory) {
        long before = changes.get();
        long since = System.nanoTime();
        T found = reading.get();
        Object kept = found == null || isChanging() || nanos == 0 ? null : memory.apply(found);
        if (kept != null) {
            known.put(question, new Known(kept, since));
            if (changes.get() != before) {
                known.clear();
            }
        }
        return found;
    }

    /** This transaction changes definitions: it reads them itself, and whoever comes after it does. */
    void change() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !isChanging()) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Change());
        }
        forget();
    }

    private boolean isChanging() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private void forget() {
        changes.incrementAndGet();
        known.clear();
    }

    /** A transaction that begins while this one is interrupted changes nothing, unless it says so. */
    private final class Change implements TransactionSynchronization {

        private final KnownDefinitions changed = KnownDefinitions.this;

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(changed);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(changed, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(changed);
            forget();
        }
    }
}
