package io.mandate.faults;

import io.mandate.testing.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code verify} of the delivered jar, with the checkpoints that were written on the way. */
final class EvidenceChecks {

    private final Installation installation;
    private final Records records;

    EvidenceChecks(Installation installation, Records records) {
        this.installation = installation;
        this.records = records;
    }

    List<Check> all() throws IOException, InterruptedException {
        Check check = new Check("the evidence verifies, with all checkpoints").looked(records.count("select count(*) from evidence_entry"));
        Path out = installation.checkpoints().resolveSibling("verify.log");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", PackagedJar.FILE.toString(), "verify",
                "--checkpoints=" + installation.checkpoints(), "--spring.datasource.url=" + Postgres.url(installation.postgres.port()),
                "--spring.datasource.username=" + Postgres.USER, "--mandate.evidence.signing-key=" + installation.key());
        command.environment().put("SPRING_DATASOURCE_PASSWORD", Postgres.USER);
        int code = command.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
        if (code != 0) {
            check.wrong("verify ended with " + code + ": " + Files.readString(out));
        }
        return List.of(check);
    }
}
