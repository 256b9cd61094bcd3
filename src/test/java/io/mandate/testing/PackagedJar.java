package io.mandate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The jar as it is delivered, started as its users start it, in a directory of its own. */
public final class PackagedJar {

    public static final Path FILE = Path.of("target/mandate.jar").toAbsolutePath();

    private static final Pattern PORT = Pattern.compile("Ready for requests on port (\\d+)");

    private PackagedJar() {}

    /** A process that was started. */
    public record Started(Process process, Path file) implements AutoCloseable {

        /** What it said so far. */
        public String log() {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** The port at which it is reached, as soon as all is done that a start does. */
        public int port() {
            return Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
                Matcher matcher = PORT.matcher(log());
                if (!process.isAlive()) {
                    throw new AssertionError("It stopped: " + log());
                }
                return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }, port -> port > 0);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it with arguments, which begin with two hyphens, and variables of the environment. */
    public static Started start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", FILE.toString()));
        Arrays.stream(arguments).filter(argument -> argument.startsWith("--")).forEach(command::add);
        Path log = Files.createTempFile(directory, "log", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Arrays.stream(arguments).filter(argument -> !argument.startsWith("--")).map(argument -> argument.split("=", 2))
                .forEach(variable -> builder.environment().put(variable[0], variable[1]));
        return new Started(builder.start(), log);
    }
}
