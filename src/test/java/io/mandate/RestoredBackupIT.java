package io.mandate;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.mandate.evidence.CheckpointFile;
import io.mandate.evidence.Checkpoints;
import io.mandate.evidence.verify.EvidenceCommand;
import io.mandate.relationship.Request;
import io.mandate.relationship.RequestStatus;
import io.mandate.relationship.Requests;
import io.mandate.relationship.SentBy;
import io.mandate.testing.BaseBackup;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.TestEnvironment;
import io.mandate.testing.TestKeys;
import io.mandate.testing.TestMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A backup taken while people work, restored into another server: nothing of it disagrees, and what came after it is gone cleanly. */
class RestoredBackupIT {

    @TempDir Path directory;

    private Path checkpoints;

    @Test
    void what_was_before_the_backup_is_there_and_goes_on_and_what_came_after_never_was() throws Exception {
        // given: a permission, a request that waits for its answer, and one whose mail is due
        checkpoints = directory.resolve("checkpoints.ndjson");
        Path archive = Files.createDirectory(directory.resolve("archive"));
        Path data = directory.resolve("data");
        EmbeddedPostgres server = BaseBackup.server(data, archive);
        ConfigurableApplicationContext before = mandate(server);
        Lifecycle life = life(before);
        Request held = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        life.approve(held.address().value(), MAIL);
        life.jobs().runDue();
        Request waiting = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        Request due = reviewed(life);
        sign(before);

        // when: a backup is taken while further requests come
        Path backup = directory.resolve("backup");
        AtomicBoolean taken = new AtomicBoolean();
        CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> {
            int asked = 0;
            for (; !taken.get(); asked++) {
                reviewed(life);
            }
            return asked;
        });
        BaseBackup.take(server, data, backup, () -> reviewed(life));
        taken.set(true);
        assertThat(load.join()).isPositive();

        // and afterwards mails are sent, the customer answers, and another is asked; then everything is lost
        life.jobs().runDue();
        life.approve(waiting.address().value(), MAIL);
        Request later = life.sent(PAULA, Lifecycle.newAddress(), MAIL);
        sign(before);
        before.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
        server.close();
        EmbeddedPostgres restored = BaseBackup.restored(backup, archive);
        ConfigurableApplicationContext after = mandate(restored);

        // then: the record is as it was
        Requests record = after.getBean(Requests.class);
        assertThat(record.get(held.id()).status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(record.get(waiting.id()).status()).isEqualTo(RequestStatus.WAITING);
        assertThat(record.find(later.id())).isEmpty();

        // and the engine agrees with it
        RuntimeService engine = after.getBean(RuntimeService.class);
        long open = record.countOpen().values().stream().mapToLong(Long::longValue).sum();
        assertThat(engine.createProcessInstanceQuery().processDefinitionKey("invitation").count()).isEqualTo(open).isGreaterThan(3);
        assertThat(engine.createIncidentQuery().count()).isZero();

        // and the evidence verifies, while the copy of checkpoints knows what was lost
        assertThat(verify(restored)).isZero();
        assertThat(verify(restored, "--checkpoints=" + checkpoints)).isEqualTo(1);

        // and mails that are due go out once more by the same Message-ID, and the customer answers by the link they have
        Lifecycle next = life(after);
        next.jobs().runDue();
        assertThat(TestMail.to(due.address().value())).hasSize(2).extracting(TestMail::id).containsOnly(
                TestMail.id(TestMail.to(due.address().value()).get(0)));
        next.approve(waiting.address().value(), MAIL);
        assertThat(record.get(waiting.id()).status()).isEqualTo(RequestStatus.APPROVED);

        after.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
        restored.close();
    }

    private static Request reviewed(Lifecycle life) {
        return life.reviewed(life.draft(PAULA, Lifecycle.newAddress(), MAIL), PAULA, SentBy.MANDATE);
    }

    /** Never closed: what the web apps keep for the whole process would go with it. */
    private ConfigurableApplicationContext mandate(EmbeddedPostgres server) {
        return new SpringApplicationBuilder(MandateApplication.class).initializers(new TestEnvironment()).registerShutdownHook(false)
                .run("--mandate.test.url=" + server.getJdbcUrl("postgres", "postgres"), "--server.port=0",
                        "--mandate.evidence.checkpoint-file=" + checkpoints);
    }

    private static Lifecycle life(ConfigurableApplicationContext context) {
        return context.getAutowireCapableBeanFactory().createBean(Lifecycle.class);
    }

    private static void sign(ConfigurableApplicationContext context) {
        while (context.getBean(Checkpoints.class).sign()) {
            // Until nothing is left to be signed.
        }
        context.getBean(CheckpointFile.class).update();
    }

    private static int verify(EmbeddedPostgres server, String... more) {
        String[] arguments = {"verify", "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
            "--mandate.evidence.signing-key=" + TestKeys.SIGNING};
        String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
        return EvidenceCommand.run(all, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
