package io.mandate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A base backup of a running PostgreSQL and the archive of its log: what {@code pg_basebackup} does, which is not at hand in tests. */
public final class BaseBackup {

    /** What belongs to the running server, or comes from the archive. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");
    private static final Set<String> EMPTY = Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify", "pg_subtrans");

    private BaseBackup() {}

    /** A server that archives its log into this directory. */
    public static EmbeddedPostgres server(Path data, Path archive) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(data).setRegisterShutdownHook(false)
                .setServerConfig("archive_mode", "on").start();
        execute(server, "alter system set archive_command = 'cp %p " + archive + "/%f'", "select pg_reload_conf()");
        return server;
    }

    /** Copies the server's files while it goes on, and does this meanwhile. */
    public static void take(EmbeddedPostgres server, Path data, Path backup, Runnable meanwhile) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('mandate', true)");
            meanwhile.run();
            copy(data, backup);
            meanwhile.run();
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(backup.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** A server on a backup's files, as it was when that was complete. */
    public static EmbeddedPostgres restored(Path backup, Path archive) throws IOException {
        Files.writeString(backup.resolve("postgresql.auto.conf"), """

                archive_command = ''
                restore_command = 'cp %s/%%f %%p'
                recovery_target = 'immediate'
                recovery_target_action = 'promote'
                """.formatted(archive), StandardOpenOption.APPEND);
        Files.createFile(backup.resolve("recovery.signal"));
        return EmbeddedPostgres.builder().setDataDirectory(backup).setCleanDataDirectory(false).setRegisterShutdownHook(false).start();
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Files.copy(directory, to.resolve(from.relativize(directory).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return EMPTY.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException goneMeanwhile) {
                        // The server removed it, and its log says so.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (gone instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw gone;
            }
        });
    }
}
