package io.mandate.bench.machine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The database of one application: a file of H2, or a PostgreSQL server of its own, all with the same settings. */
public interface Database extends AutoCloseable {

    /** Settings of the data source. */
    Map<String, String> settings();

    /** The process of its own, where it has one. */
    Optional<ProcessHandle> process();

    /** Bytes of the write-ahead log so far; none where nobody tells. */
    Optional<Long> log();

    /** Leaves nothing of earlier work to be done during what follows. */
    void settle();

    @Override
    void close();

    /** How Mandate uses H2 where nothing is set. The engine's own scripts do not know this mode. */
    String LIKE_POSTGRESQL = ";MODE=PostgreSQL";

    /** An H2 database in the directory; the mode may be empty. */
    static Database h2(Path directory, String name, String mode) {
        String url = "jdbc:h2:file:" + directory.resolve(name) + mode + ";DB_CLOSE_ON_EXIT=FALSE";
        return new Database() {
            @Override
            public Map<String, String> settings() {
                return Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", "mandate", "SPRING_DATASOURCE_PASSWORD", "mandate");
            }

            @Override
            public Optional<ProcessHandle> process() {
                return Optional.empty();
            }

            @Override
            public Optional<Long> log() {
                return Optional.empty();
            }

            @Override
            public void settle() {}

            @Override
            public void close() {}
        };
    }

    /** A PostgreSQL server: durable, as it comes, but that no checkpoint falls into a round by chance. */
    static Database postgresql() {
        try {
            return new Server(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("checkpoint_timeout", "1h").setServerConfig("max_wal_size", "16GB").start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** A server and a connection to look at it. */
    final class Server implements Database {

        private final EmbeddedPostgres server;
        private final Connection look;
        private final ProcessHandle process;

        Server(EmbeddedPostgres server) {
            this.server = server;
            try {
                this.look = server.getPostgresDatabase().getConnection();
                long backend = Long.parseLong(ask("select pg_backend_pid()"));
                this.process = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        /** The first column of the first row. */
        String ask(String sql) {
            try (Statement statement = look.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"),
                    "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres");
        }

        @Override
        public Optional<ProcessHandle> process() {
            return Optional.of(process);
        }

        @Override
        public Optional<Long> log() {
            return Optional.of(Long.parseLong(ask("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")));
        }

        @Override
        public void settle() {
            try (Statement statement = look.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        @Override
        public void close() {
            try {
                look.close();
                server.close();
            } catch (SQLException | IOException alreadyGone) {
                throw new IllegalStateException(alreadyGone);
            }
        }
    }
}
