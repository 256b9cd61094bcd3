package io.mandate.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Something that is looked up now and then, however often it is asked for, and that keeps nobody waiting for long: one look-up
 * at a time, in a thread of its own.
 *
 * @param <T> what is known after a look-up
 */
public final class Latest<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<T> lookUp;
    private final Duration fresh;
    private final Duration valid;
    private final Executor threads;
    private final LongSupplier nanoTime;

    private CompletableFuture<Known<T>> underWay;
    private Known<T> known;

    private record Known<T>(T value, long at) {}

    /**
     * Looks nothing up yet.
     *
     * @param fresh for how long what is known is given without another look
     * @param valid for how long it is given while another look has no result; at least as long
     */
    public Latest(Supplier<T> lookUp, Duration fresh, Duration valid, Executor threads) {
        this(lookUp, fresh, valid, threads, System::nanoTime);
    }

    Latest(Supplier<T> lookUp, Duration fresh, Duration valid, Executor threads, LongSupplier nanoTime) {
        this.lookUp = lookUp;
        this.fresh = fresh;
        this.valid = valid;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /** What is known, after at most two seconds; empty where that is too old, or nothing is known yet. */
    public Optional<T> get() {
        CompletableFuture<Known<T>> asked = ask();
        if (asked != null) {
            await(asked);
        }
        return current();
    }

    private synchronized CompletableFuture<Known<T>> ask() {
        collect();
        if (underWay == null && !isKnownFor(fresh)) {
            underWay = CompletableFuture.supplyAsync(() -> new Known<>(lookUp.get(), nanoTime.getAsLong()), threads);
        }
        // What is still valid is not waited for.
        return isKnownFor(valid) ? null : underWay;
    }

    private synchronized Optional<T> current() {
        collect();
        return isKnownFor(valid) ? Optional.of(known.value()) : Optional.empty();
    }

    private void collect() {
        if (underWay != null && underWay.isDone()) {
            if (!underWay.isCompletedExceptionally()) {
                known = underWay.join();
            }
            underWay = null;
        }
    }

    private boolean isKnownFor(Duration time) {
        return known != null && nanoTime.getAsLong() - known.at() <= time.toNanos();
    }

    private static void await(CompletableFuture<?> asked) {
        try {
            asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unknown) {
            // What was known before has to do.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
