package io.mandate.relationship;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Partners as they were read a moment ago: nearly every step of a request asks for its partner, which hardly ever changes. */
final class KnownPartners {

    private static final int MOST = 10_000;

    private final Cache<String, Partner> known;
    private final AtomicLong changes = new AtomicLong();

    KnownPartners(Duration time) {
        known = Caffeine.newBuilder().maximumSize(time.isZero() ? 0 : MOST).expireAfterWrite(time).build();
    }

    /** The partner as it was known a moment ago, else as it is read now. */
    Optional<Partner> find(String id, Supplier<Optional<Partner>> reading) {
        if (isChanging()) {
            return reading.get();
        }
        Partner one = known.getIfPresent(id);
        return one == null ? read(id, reading) : Optional.of(one);
    }

    private Optional<Partner> read(String id, Supplier<Optional<Partner>> reading) {
        long before = changes.get();
        Optional<Partner> found = reading.get();
        found.ifPresent(one -> known.put(id, one));
        if (changes.get() != before) {
            known.invalidateAll();
        }
        return found;
    }

    /** This transaction changes partners: it reads them itself, and so does whoever comes after it. */
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
        known.invalidateAll();
    }

    /** A transaction that begins while this one is interrupted changes nothing, unless it says so. */
    private final class Change implements TransactionSynchronization {

        private final KnownPartners changed = KnownPartners.this;

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
