package io.mandate.relationship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What this node read a moment ago of something that hardly ever changes: partners, or deployed definitions. What changes here
 * is forgotten at once, what changes on another node after the time for which reads are known.
 */
public final class RecentReads {

    private static final int MOST = 10_000;

    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(MOST).build();
    private final AtomicLong changes = new AtomicLong();
    private final long nanos;

    public RecentReads(Duration time) {
        nanos = time.toNanos();
    }

    private record Known(Object value, long since) {}

    /** What was read not long ago; nothing in a transaction that changes such things itself. */
    public <T> Optional<T> recall(String question, Class<T> type) {
        Known one = isChanging() ? null : known.getIfPresent(question);
        return one == null || System.nanoTime() - one.since() >= nanos ? Optional.empty() : Optional.of(type.cast(one.value()));
    }

    /**
     * Reads, and remembers what was read unless something changed meanwhile. Null for nothing, which is not remembered; nor is
     * what the memory makes null of.
     */
    public <T> T read(String question, Supplier<T> reading, Function<? super T, ?> memory) {
        long before = changes.get();
        long since = System.nanoTime();
        T found = reading.get();
        Object kept = found == null || isChanging() || nanos == 0 ? null : memory.apply(found);
        if (kept != null) {
            known.put(question, new Known(kept, since));
            if (changes.get() != before) {
                known.invalidateAll();
            }
        }
        return found;
    }

    /**
     * This transaction changes something: it reads everything itself, and whoever comes after it does. One that begins while it
     * is interrupted changes nothing, unless it says so.
     */
    public void change() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !isChanging()) {
            new TransactionResource(this, true, this::forget).bind();
        }
        forget();
    }

    private boolean isChanging() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private void forget() {
        changes.incrementAndGet();
        known.invalidateAll();
    }
}
