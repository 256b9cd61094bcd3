package io.mandate.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, with the durability that it has by default, which can be shut down without warning. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private final Path data;
    private final Path control;
    private final Path log;
    private final int port;

    /** Makes an empty cluster below that directory and starts it. */
    Postgres(Path directory) throws IOException {
        data = directory.resolve("postgres");
        log = directory.resolve("postgres.log");
        Path binaries = directory.resolveSibling("postgres-binaries");
        Files.createDirectories(binaries);
        port = Ports.lasting();
        EmbeddedPostgres made = EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile()).setRegisterShutdownHook(false).start();
        // The library runs it without fsync, for tests that can do without: from here on it is run as people run it.
        made.close();
        try (Stream<Path> unpacked = Files.walk(binaries)) {
            control = unpacked.filter(file -> file.endsWith("bin/pg_ctl")).findFirst().orElseThrow();
        }
        start();
    }

    int port() {
        return port;
    }

    /** The database's URL by way of another port. */
    static String url(int by) {
        return "jdbc:postgresql://127.0.0.1:" + by + "/postgres";
    }

    /** A connection that no fault concerns but the server's own. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port), USER, USER);
    }

    void start() {
        pgCtl("start", "-w", "-t", "120", "-l", log.toString(), "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=on -c synchronous_commit=on".formatted(port));
    }

    /** As a crash of the server: what was not committed is gone, and the next start recovers the rest. */
    void stopAtOnce() {
        pgCtl("stop", "-w", "-t", "60", "-m", "immediate");
    }

    private void pgCtl(String... arguments) {
        // PostgreSQL refuses to run as root, and is content with a user namespace.
        List<String> command = new ArrayList<>(USER_IS_ROOT && LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(control.toString(), "-D", data.toString(), "-s"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Failed: " + command + ", see " + log);
            }
        } catch (IOException unknown) {
            throw new IllegalStateException(unknown);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static final boolean USER_IS_ROOT = "root".equals(System.getProperty("user.name"));

    @Override
    public void close() {
        stopAtOnce();
    }
}
