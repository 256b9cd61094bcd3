package io.mandate.faults.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** By how much the clock is ahead, and since when, in a file that all nodes read: they move at the same moment. */
public final class MovedClock {

    private static final long LOOK_MILLIS = 20;
    private static final Duration NOTICE = Duration.ofMillis(300);

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
        String known = read(file);
        set(known);
        Thread thread = new Thread(() -> look(file, known), "moved clock");
        thread.setDaemon(true);
        thread.start();
    }

    private static void look(Path file, String first) {
        String known = first;
        while (true) {
            String found = read(file);
            if (!found.equals(known)) {
                set(found);
                known = found;
            }
            sleep(LOOK_MILLIS);
        }
    }

    private static void set(String written) {
        String[] parts = written.split(" ");
        sleep(Math.max(0, Long.parseLong(parts[1]) - System.currentTimeMillis()));
        ClockUtil.offset(Long.parseLong(parts[0]));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
