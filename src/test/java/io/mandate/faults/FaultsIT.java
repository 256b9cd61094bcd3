package io.mandate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Everything fails, again and again, and what was promised is kept. See src/docs/faults.md. */
@Tag("faults")
class FaultsIT {

    private final Parameters parameters = Parameters.ofProperties();
    private final Answers answers = new Answers();

    @Test
    void nothing_that_was_promised_is_lost_whatever_fails() throws Exception {
        Path directory = clean(parameters.directory());
        Instant begun = Instant.now();
        try (Installation installation = new Installation(parameters)) {
            installation.awaitAllNodes();
            Records records = new Records(installation.postgres);
            Scene.set(records.database(), parameters.clients());

            // when
            Mischief mischief = new Mischief(installation, records, parameters);
            Load load = new Load(installation, answers, records, parameters);
            mischief.run();
            load.beginNothingMore();
            Instant quiet = Instant.now();
            Settling settling = new Settling(installation, records, load);
            boolean settled = settling.await();
            Duration took = Duration.between(quiet, Instant.now());
            load.close();
            Map<String, Map<String, Integer>> seen = answers.all();

            // then
            List<Check> checks = checks(installation, records, load, settled);
            Report report = new Report(parameters, begun).faults(mischief, installation).work(load.cases(), load, installation.mail)
                    .answers(seen).settled(settling, settled, took).checks(checks);
            System.out.println(report);
            report.log(mischief).write(directory.resolve("report.md"));
            assertThat(checks).allSatisfy(check -> assertThat(check.wrong()).as(check.what()).isEmpty());
            assertThat(checks).allSatisfy(check -> assertThat(check.looked()).as("looked at: " + check.what()).isPositive());
        }
    }

    private List<Check> checks(Installation installation, Records records, Load load, boolean settled) throws Exception {
        List<Check> checks = new ArrayList<>();
        Check rest = new Check("everything comes to rest").looked(load.cases().size());
        if (!settled) {
            load.cases().stream().filter(one -> !one.isOver()).forEach(one -> rest.wrong(one.story() + records.everything(one.domain)));
            records.rows("""
                    select j.*, i.incident_msg_ from act_ru_job j left join act_ru_incident i on i.configuration_ = j.id_
                    where j.lock_owner_ is not null or j.exception_msg_ is not null or i.id_ is not null""")
                    .forEach(job -> rest.wrong(job.toString()));
        }
        checks.add(rest);
        Check atOnce = new Check("what was decided on the way was what had been promised").looked((int) load.steps());
        load.problems().forEach(atOnce::wrong);
        checks.add(atOnce);
        checks.addAll(new PromiseChecks(load.cases(), records).all());
        ServiceSide service = new ServiceSide(installation, answers, new Random(parameters.seed()));
        checks.addAll(new HolderChecks(installation, load.cases(), records, service).all());
        checks.addAll(new MailChecks(installation.mail, records).all());
        checks.addAll(new ProcessChecks(installation, records).all());
        checks.add(new LinkCheck(installation, load.cases(), records, answers).links());
        checks.addAll(new EvidenceChecks(installation, records).all());
        return checks;
    }

    private static Path clean(Path directory) throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        return Files.createDirectories(directory);
    }
}
