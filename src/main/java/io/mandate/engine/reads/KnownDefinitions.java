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
    private final ThreadLocal<Boolean> changing = ThreadLocal.withInitial(() -> false);
    private final long nanos;

    KnownDefinitions(Duration time) {
        nanos = time.toNanos();
    }

    private record Known(Object value, long since) {}

    /** What was read not long ago; nothing in a transaction that changes definitions itself. */
    <T> Optional<T> recall(String question, Class<T> type) {
        Known one = changing.get() ? null : known.get(question);
        return one == null || System.nanoTime() - one.since() >= nanos ? Optional.empty() : Optional.of(type.cast(one.value()));
    }

    /** Reads, and remembers what was read unless definitions changed meanwhile. Null for nothing, which is not remembered. */
    <T> T read(String question, Supplier<T> reading, Function<? super T, ?> memory) {
        long before = changes.get();
        long since = System.nanoTime();
        T found = reading.get();
        if (found != null && !changing.get() && nanos > 0) {
            known.put(question, new Known(memory.apply(found), since));
            if (changes.get() != before) {
                known.clear();
            }
        }
        return found;
    }

    /** This transaction changes definitions: it reads them itself, and whoever comes after it does. */
    void change() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !changing.get()) {
            changing.set(true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    changing.remove();
                    forget();
                }
            });
        }
        forget();
    }

    private void forget() {
        changes.incrementAndGet();
        known.clear();
    }
}
