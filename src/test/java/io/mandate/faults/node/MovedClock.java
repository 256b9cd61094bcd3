package io.mandate.faults.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** By how much the clock is ahead, and since when, in a file that all nodes read: they move at the same moment. */
public final class MovedClock {

    private static final long LOOK_MILLIS = 20;
    private static final Duration NOTICE = Duration.ofMillis(300);

    private static final ScheduledExecutorService THREAD = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "moved clock");
        daemon.setDaemon(true);
        return daemon;
    });

    private MovedClock() {}

    /** Writes down that the clock is ahead by so much from a moment on that is near enough to be waited for, and far enough to be known by all. */
    public static Instant move(Path file, Duration ahead) {
        Instant from = Instant.now().plus(NOTICE);
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), ahead.toMillis() + " " + from.toEpochMilli());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return from;
    }

    /** Lets the engine's clock, which is Mandate's, follow the file from now on. */
    static void follow(Path file) {
        AtomicReference<String> known = new AtomicReference<>(read(file));
        try {
            apply(known.get()).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        THREAD.scheduleWithFixedDelay(() -> lookOrEnd(file, known), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A node whose clock stands apart from the others' would only seem to go wrong. */
    private static void lookOrEnd(Path file, AtomicReference<String> known) {
        try {
            look(file, known);
        } catch (RuntimeException lost) {
            lost.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void look(Path file, AtomicReference<String> known) {
        String found = read(file);
        if (!found.equals(known.getAndSet(found))) {
            apply(found);
        }
    }

    /** At the moment that is written down, which may be over. */
    private static Future<?> apply(String written) {
        String[] parts = written.split(" ");
        long pause = Long.parseLong(parts[1]) - System.currentTimeMillis();
        return THREAD.schedule(() -> ClockUtil.offset(Long.parseLong(parts[0])), pause, TimeUnit.MILLISECONDS);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
