package io.mandate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL for trying Mandate out with several nodes, until it is stopped; its data stay in {@code data/postgres}. */
public final class LocalPostgres {

    private static final int PORT = 5433;
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);

    private LocalPostgres() {}

    public static void main(String[] none) throws IOException, SQLException, InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(PORT).setDataDirectory(Path.of("data/postgres").toAbsolutePath()).setCleanDataDirectory(false).start();
        try (Connection connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement();
                var known = statement.executeQuery("select 1 from pg_database where datname = 'mandate'")) {
            if (!known.next()) {
                statement.execute("create database mandate");
            }
        }
        LOG.info("PostgreSQL is ready: jdbc:postgresql://localhost:{}/mandate, user postgres, password postgres", PORT);
        new CountDownLatch(1).await();
    }
}
