package io.mandate.evidence.web;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoints;
import io.mandate.identity.Accounts;
import io.mandate.relationship.Partners;
import io.mandate.relationship.Request;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.People;
import io.mandate.testing.ServiceTest;
import io.mandate.testing.TestMail;
import io.mandate.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows, word for word, what the documentation says about verifying a receipt: with public tools, and nothing of Mandate's. */
@ServiceTest
@Import(Lifecycle.class)
class ReceiptRecipeTests {

    private static final Path PAGE = Path.of("src/docs/evidence.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Autowired Lifecycle life;
    @Autowired Partners partners;
    @Autowired Accounts accounts;
    @Autowired Checkpoints checkpoints;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    @TempDir Path directory;

    private String receipt;

    @BeforeEach
    void a_receipt_keys_and_checkpoints() throws Exception {
        for (String tool : List.of("bash", "openssl", "jq", "sha256sum")) {
            boolean found = new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
            if (!found && "never".equals(System.getenv("MANDATE_TESTS_SKIP"))) {
                throw new AssertionError(tool + " is not installed, and no test may be skipped");
            }
            assumeTrue(found, tool + " is not installed");
        }
        TestMail.acceptAll();
        People.join(partners, accounts);
        String address = Lifecycle.newAddress();
        Request request = life.sent(PAULA, address, MAIL);
        life.approve(address, MAIL);
        checkpoints.sign();
        Visitor paula = Visitor.signedIn(port, PAULA.address().value());
        String approved = jdbc.sql("select seq from evidence_entry where chain_id = :id and body like '%\"kind\":\"APPROVED\"%'")
                .param("id", request.relationshipId()).query(String.class).single();
        receipt = paula.open("/customers/" + request.relationshipId() + "/evidence/" + approved + ".json").body();
        write("receipt.json", receipt);
        write("keys.json", new Visitor(port).load("/.well-known/mandate-evidence-keys.json").body());
        write("checkpoints.ndjson", jdbc.sql("select body, hash, signature from evidence_checkpoint order by number")
                .query((row, number) -> Canonical.json(Map.of("body", row.getString("body"),
                        "hash", row.getString("hash"), "signature", row.getString("signature")))).list().stream()
                .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void a_receipt_verifies() throws Exception {
        assertThat(follow()).contains("Signature Verified Successfully").endsWith("code 0");
    }

    @Test
    void a_changed_receipt_does_not() throws Exception {
        int payload = receipt.indexOf("\"payload\":\"") + 60;
        write("receipt.json", receipt.substring(0, payload) + (receipt.charAt(payload) == 'A' ? 'B' : 'A') + receipt.substring(payload + 1));

        assertThat(follow()).doesNotEndWith("code 0");
    }

    @Test
    void another_checkpoint_in_the_copy_does_not() throws Exception {
        write("checkpoints.ndjson", Files.readString(directory.resolve("checkpoints.ndjson")).replaceAll("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000"));

        assertThat(follow()).doesNotEndWith("code 0");
    }

    /** What the commands of the page said, and with which code they ended. */
    private String follow() throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        String recipe = page.substring(page.indexOf("## Verify a receipt without Mandate"));
        String commands = COMMANDS.matcher(recipe).results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
        assertThat(commands).contains("pkeyutl", "sha256sum", "checkpoints.ndjson").doesNotContain("java");
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands).directory(directory.toFile())
                .redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said + "code " + shell.exitValue();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
