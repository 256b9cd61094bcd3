package io.mandate.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes used, as Linux tells it. */
public final class Usage {

    private static final int USER = 11;
    private static final int CHILDREN = 15;
    private static final double TICKS_PER_MILLI = 0.1;

    private Usage() {}

    /** CPU time in milliseconds of a process, of those below it, and of those below it that have ended. */
    public static double cpuMillis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).mapToLong(one -> ticks(one.pid())).sum() / TICKS_PER_MILLI;
    }

    /** Resident memory of a process in bytes. */
    public static long resident(ProcessHandle process) {
        return read(process.pid(), "status").lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
    }

    /** How many processes wanted to run in the last minute, on average. */
    public static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /** The processor's name. */
    public static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.replaceFirst(".*: ", "")).orElse("unknown processor");
        } catch (IOException unknown) {
            return "unknown processor";
        }
    }

    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The name before it may hold blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int field = USER; field < CHILDREN; field++) {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException unknown) {
            // It ended while it was read.
            return "";
        }
    }
}
