package io.mandate.checkpoint;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.FlowCoverage;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.TestMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The end of the diagram checkpoint. Checkpoints are signed every hour, and written to a file. */
@MandateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckpointProcessTests {

    private static final Path FILE = newFile();

    @Autowired Lifecycle life;
    @Autowired ManagementService management;
    @Autowired FlowCoverage coverage;
    @Autowired JdbcClient jdbc;

    @DynamicPropertySource
    static void hourly(DynamicPropertyRegistry settings) {
        settings.add("mandate.test.checkpoint", () -> "1h");
        settings.add("mandate.evidence.checkpoint-file", FILE::toString);
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempDirectory("checkpoints").resolve("checkpoints.ndjson");
            file.toFile().deleteOnExit();
            file.getParent().toFile().deleteOnExit();
            return file;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void the_time_stands_still() {
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        TestMail.acceptAll();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_node_and_flow_was_passed() {
        assertThat(coverage.missed(CheckpointProcess.KEY)).isEmpty();
    }

    @Nested
    class Checkpoint_signed {

        @Test
        void what_has_grown_is_covered_once_and_the_file_has_every_checkpoint() throws IOException {
            // given
            granted();

            // when
            due();
            int covered = covered();
            due();

            // then
            assertThat(covered).isGreaterThan(1);
            assertThat(covered()).as("nothing has grown since").isEqualTo(covered);
            assertThat(lines()).isEqualTo(stored());

            // and when somebody cut the file off in the middle of a line
            String content = Files.readString(FILE);
            Files.writeString(FILE, content.substring(0, content.length() - 20));
            due();

            // then what is missing is there again
            assertThat(lines()).containsAll(stored());
        }

        @Test
        void chains_are_begun_for_what_was_recorded_before_there_were_any_batch_by_batch() {
            // given
            granted();
            forgetAll();
            int more = 2001;
            for (int i = 0; i < more; i++) {
                jdbc.sql("insert into customer (id, cloud, identity, country) values (:id, 'global', :identity, 'US')")
                        .param("id", UUID.randomUUID()).param("identity", "bulk-" + i + "-" + UUID.randomUUID() + ".example").update();
            }

            // when
            due();

            // then
            assertThat(jdbc.sql("select count(*) from evidence_checkpoint").query(Integer.class).single()).isEqualTo(2);
            assertThat(covered()).isGreaterThan(more);
            assertThat(jdbc.sql("select count(*) from evidence_entry where body like '%BEGUN_FROM_EARLIER_RECORDS%'")
                    .query(Integer.class).single()).isEqualTo(covered());
        }
    }

    private void granted() {
        String address = Lifecycle.newAddress();
        life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        life.jobs().runDue();
    }

    private void forgetAll() {
        List.of("evidence_words", "evidence_entry", "evidence_covered", "evidence_checkpoint", "evidence_head")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update evidence_signing set number = 0, hash = ''").update();
    }

    private void due() {
        Job timer = management.createJobQuery().processDefinitionKey(CheckpointProcess.KEY).timers().singleResult();
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(1))));
        life.jobs().run(timer.getId());
        life.jobs().runDue();
    }

    private int covered() {
        return jdbc.sql("select count(*) from evidence_covered").query(Integer.class).single();
    }

    private List<String> stored() {
        return jdbc.sql("select hash from evidence_checkpoint order by number").query(String.class).list();
    }

    /** The hashes in the file, of the lines that are whole. */
    private static List<String> lines() throws IOException {
        List<String> hashes = new ArrayList<>();
        Files.readAllLines(FILE).stream().filter(line -> line.endsWith("}"))
                .forEach(line -> hashes.add(line.replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1")));
        return hashes;
    }
}
