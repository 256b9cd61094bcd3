package io.mandate.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node: a process that is started again whenever it has ended, as service managers do. */
final class Node implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Path log;
    private final int port;
    private final Thread keeper;
    private volatile Process process;
    private volatile boolean wanted = true;
    private volatile int starts;

    Node(List<String> command, int port, Path log) {
        this.command = command;
        this.port = port;
        this.log = log;
        this.keeper = new Thread(this::keep, "keeper of the node at " + port);
        keeper.setDaemon(true);
        keeper.start();
    }

    int port() {
        return port;
    }

    /** How often it was started. */
    int starts() {
        return starts;
    }

    /** Kills it, as {@code kill -9} does, whatever it is doing. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /** Kills it for good. */
    void end() {
        wanted = false;
        kill();
    }

    /** Whether it answers people, with the database behind it. */
    boolean answers() {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/.well-known/mandate-evidence-keys.json"))
                    .timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keep() {
        try {
            while (wanted) {
                starts++;
                process = new ProcessBuilder(command).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
                process.waitFor();
            }
        } catch (IOException unknown) {
            throw new IllegalStateException(unknown);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        wanted = false;
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
