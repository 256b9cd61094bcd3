package io.mandate.bench.machine;

import io.mandate.bench.driver.Http;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** An application under test, in a process of its own. */
public final class Application implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in ");
    /** What Mandate says once all is done that a start does. */
    private static final Pattern READY = Pattern.compile("Ready for requests on port ");

    private final String name;
    private final Process process;
    private final Path log;
    private final int port;
    private final long startNanos;
    private final Duration ready;

    private Application(String name, Process process, Path log, Pattern last, long started) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.startNanos = started;
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(() -> matches(last).find());
        Matcher found = matches(PORT);
        if (!found.find()) {
            throw new IllegalStateException(name + " names no port");
        }
        this.port = Integer.parseInt(found.group(1));
        this.ready = Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /**
     * Starts a main class of the benchmark, or the packaged jar, and waits until it is ready.
     *
     * @param what a main class, or the path of a jar
     * @param classes directories that come before the libraries
     * @param settings of the environment
     */
    public static Application start(String name, String what, List<Path> classes, Map<String, String> settings, Path directory) {
        Path log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        String flight = System.getProperty("bench.jfr", "");
        if (!flight.isEmpty()) {
            command.add("-XX:FlightRecorderOptions=stackdepth=256");
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + directory.resolve(name + ".jfr"));
        }
        if (what.endsWith(".jar")) {
            command.addAll(List.of("-jar", what));
        } else {
            command.addAll(List.of("-cp", classPath(classes), what));
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        try {
            long now = System.nanoTime();
            Process process = builder.start();
            // Where the benchmark is broken off, nothing stays.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Application(name, process, log, what.endsWith(".jar") ? READY : STARTED, now);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private static String classPath(List<Path> classes) {
        List<String> path = new ArrayList<>(classes.stream().map(Path::toString).toList());
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")).forEach(path::add);
        return String.join(File.pathSeparator, path);
    }

    private Matcher matches(Pattern pattern) {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " stopped, see " + log + ":\n" + tail());
        }
        return pattern.matcher(read());
    }

    private String tail() {
        String all = read();
        return all.substring(Math.max(0, all.length() - 3000));
    }

    private String read() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** From the start of the process until it served. */
    public Duration ready() {
        return ready;
    }

    /** A connection of its own to the application. */
    public Http connect() {
        return new Http(port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
