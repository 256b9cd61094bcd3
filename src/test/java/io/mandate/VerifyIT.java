package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.checkpoint.CheckpointProcess;
import io.mandate.testing.TestKeys;
import io.mandate.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delivered jar verifies and exports evidence, of both databases, and starts nothing else for it. */
class VerifyIT {

    private static final Path JAR = Path.of("target/mandate.jar").toAbsolutePath();

    /** Nobody waits for the rest of the minute. */
    private static final String CHECKPOINT_DUE =
            "update ACT_RU_JOB set DUEDATE_ = current_timestamp where PROCESS_DEF_KEY_ = '" + CheckpointProcess.KEY + "'";

    private final KeyPair key = TestKeys.pair();

    @TempDir Path directory;

    private String url;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_database_and_its_export_verify_until_something_is_changed(String database) throws Exception {
        // given a database in which the service has signed checkpoints over the chains of two customers
        url = database.equals("h2") ? "jdbc:h2:file:" + directory.resolve("mandate") + ";MODE=PostgreSQL" : TestPostgres.newDatabase();
        Files.writeString(directory.resolve("key.pem"), TestKeys.privatePem(key));
        Files.writeString(directory.resolve("key.pub.pem"), TestKeys.publicPem(key));
        servedUntilItHasSigned();

        // then
        Result fine = run("verify", "--checkpoints=checkpoints.ndjson");
        assertThat(fine.said()).contains("2 entries in 2 chains", "Everything is as it was written.").doesNotContain("Tomcat", "ENGINE");
        assertThat(fine.code()).isZero();
        assertThat(run("export-evidence", "--to=evidence.ndjson").code()).isZero();
        assertThat(fromExport().code()).isZero();

        // and when the export is changed
        String export = Files.readString(directory.resolve("evidence.ndjson"));
        Files.writeString(directory.resolve("evidence.ndjson"), export.replaceFirst("BEGUN_FROM", "ENDED_FROM"));

        // then
        assertThat(fromExport()).satisfies(found -> {
            assertThat(found.said()).contains("CHANGED in ", "entry 1", "NOT everything");
            assertThat(found.code()).isEqualTo(1);
        });

        // and when the database is
        sql(database.equals("h2") ? List.of("delete from evidence_entry")
                : List.of("alter table evidence_entry disable trigger all", "delete from evidence_entry"));

        // then
        Result lost = run("verify", "--checkpoints=checkpoints.ndjson");
        assertThat(lost.said()).contains("CHAIN_LOST in ");
        assertThat(lost.code()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_looked_at_is_neither_right_nor_wrong() throws Exception {
        url = "jdbc:h2:file:" + directory.resolve("nowhere") + ";MODE=PostgreSQL";
        Files.writeString(directory.resolve("key.pem"), TestKeys.privatePem(key));
        Files.writeString(directory.resolve("empty.ndjson"), "");

        assertThat(run("verify").code()).isEqualTo(2);
        assertThat(Files.exists(directory.resolve("nowhere.mv.db"))).isFalse();
        for (String wrong : List.of("--from=missing.ndjson", "--from=empty.ndjson", "--from=key.pem", "--from", "--key=missing.pem",
                "--key=key.pem", "--checkpoints=key.pem", "--to=x")) {
            Result refused = run("verify", wrong);

            assertThat(refused.code()).as(wrong).isEqualTo(2);
            assertThat(refused.said()).as(wrong).isNotBlank().doesNotContain("Exception", "PRIVATE");
        }
        assertThat(run("export-evidence").said()).contains("--to=EXPORT");
    }

    /** Starts the service on a database with two customers, and stops it once their chains are signed for. */
    private void servedUntilItHasSigned() throws Exception {
        List<String> settings = List.of("--mandate.base-url=https://mandate.example",
                "--spring.mail.host=127.0.0.1", "--server.port=0", "--mandate.evidence.checkpoint-every=1m",
                "--mandate.evidence.checkpoint-file=checkpoints.ndjson");
        Process once = start(settings, "first.log");
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> log("first.log").contains("started on port"));
        stop(once);
        sql(List.of(customer(), customer(), CHECKPOINT_DUE));
        Process served = start(settings, "second.log");
        try {
            Awaitility.await().atMost(Duration.ofMinutes(6)).until(() -> Files.exists(directory.resolve("checkpoints.ndjson")));
        } finally {
            stop(served);
        }
    }

    private static String customer() {
        UUID id = UUID.randomUUID();
        return "insert into customer (id, cloud, identity, country) values ('" + id + "', 'global', '" + id + ".example', 'US')";
    }

    private Result fromExport() throws Exception {
        return run("verify", "--from=evidence.ndjson", "--key=key.pub.pem", "--checkpoints=checkpoints.ndjson");
    }

    private record Result(int code, String said) {}

    private Result run(String... arguments) throws Exception {
        Process process = start(List.of(arguments), "out");
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), log("out"));
    }

    private Process start(List<String> arguments, String log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres",
                "--mandate.evidence.signing-key=key.pem"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile());
        builder.environment().put("MANDATE_LINK_SECRETS", "0123456789-0123456789-0123456789");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "postgres");
        return builder.start();
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private void sql(List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres"); var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
