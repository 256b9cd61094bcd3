package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mandate.testing.PackagedJar.Started;
import io.mandate.testing.PackagedJar;
import io.mandate.testing.TestKeys;
import io.mandate.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, started as its users start it. */
class PackagedJarIT {

    private static final String[] SETTINGS = {
        "--mandate.base-url=https://mandate.example",
        "MANDATE_LINK_SECRETS=0123456789-0123456789-0123456789",
        "--spring.mail.host=127.0.0.1",
        "MANDATE_EVIDENCE_SIGNING_KEY=" + TestKeys.SIGNING
    };

    @TempDir Path directory;

    @Test
    void without_its_settings_it_refuses_to_start_and_names_each() throws Exception {
        Started started = start();

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.process().exitValue()).isNotZero();
        assertThat(started.log()).contains(
                "mandate.base-url", "mandate.link.secrets", "mandate.evidence.signing-key", "spring.mail.host");
    }

    @Test
    void with_one_missing_it_names_that_one_only() throws Exception {
        Started started = start(SETTINGS[0], SETTINGS[1], SETTINGS[3]);

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains("spring.mail.host:").doesNotContain("mandate.base-url:");
    }

    @Test
    void with_a_wrong_key_for_evidence_it_names_that_setting_and_nothing_of_the_key() throws Exception {
        Started started = start(SETTINGS[0], SETTINGS[1], SETTINGS[2], "--mandate.evidence.signing-key=MC4CAQAwBQYDK2VwBCIEIA");

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains("mandate.evidence.signing-key: neither a PEM nor the path").doesNotContain("MC4CAQAwBQYDK2VwBCIEIA");
    }

    @Test
    void with_a_mailbox_for_undelivered_mails_it_names_what_is_missing_for_it() throws Exception {
        Started started = start(with(SETTINGS, "--mandate.mail.bounces.host=imap.example"));

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains(
                "mandate.mail.bounces.address:", "mandate.mail.bounces.user:", "mandate.mail.bounces.password:");
    }

    @Test
    void it_takes_no_secret_from_the_command_line_and_does_not_repeat_it() throws Exception {
        Started started = start(with(SETTINGS, "--spring.mail.password=canary-on-the-command-line"));

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.process().exitValue()).isNotZero();
        assertThat(started.log()).contains("takes no secret from the command line", "spring.mail.password")
                .doesNotContain("canary-on-the-command-line");
    }

    @Test
    void a_diagram_that_breaks_a_rule_keeps_it_from_starting_and_is_named() throws Exception {
        Path processes = Files.createDirectory(directory.resolve("processes"));
        Files.writeString(processes.resolve("erasure.bpmn"), Files.readString(Path.of("processes/erasure.bpmn"))
                .replace("camunda:delegateExpression=\"${erasureErasePersonalData}\"", "camunda:class=\"java.lang.Runtime\""));

        Started started = start(with(SETTINGS, "--mandate.processes=" + processes));

        assertThat(started.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.process().exitValue()).isNotZero();
        assertThat(started.log()).contains("Mandate does not start with these diagrams", "erasure: <serviceTask> names a class (classes)",
                "mandate.processes");
    }

    @Test
    void it_holds_what_reads_reports_of_mail_servers() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            assertThat(jar.stream().map(Object::toString)).anyMatch(name -> name.matches("BOOT-INF/lib/dsn-.*\\.jar"));
        }
    }

    @Test
    void its_bill_of_materials_names_the_libraries_that_are_in_it() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            List<String> named = new ArrayList<>();
            bill.get("components").forEach(one -> named.add(one.get("name").asText() + "-" + one.get("version").asText()));
            List<String> libraries = jar.stream().map(Object::toString).filter(name -> name.matches("BOOT-INF/lib/.+\\.jar"))
                    .map(name -> name.replaceAll(".*/|\\.jar$", ""))
                    // What takes the jar apart; it is no part of Mandate.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools")).toList();

            assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(libraries).hasSizeGreaterThan(100)
                    .allSatisfy(library -> assertThat(named).anyMatch(library::startsWith));
        }
    }

    @Test
    void it_holds_nothing_of_the_demo() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("greenmail") || name.contains("mandate/demo") || name.contains("inbox")
                            || name.contains("application-demo"));
        }
    }

    @Test
    void on_postgresql_a_url_is_all_it_needs() throws Exception {
        // given: secrets as files, and a table of one's own
        Path secrets = Files.createDirectory(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("mandate.link.secrets"), "canary-canary-canary-canary-canary-link");
        Files.writeString(secrets.resolve("mandate.evidence.signing-key"), TestKeys.SIGNING);
        Files.writeString(secrets.resolve("spring.datasource.password"), "postgres\n");
        Path processes = Files.createDirectory(directory.resolve("processes"));
        Files.writeString(processes.resolve("term-rules.dmn"),
                Files.readString(Path.of("processes/term-rules.dmn")).replace("<text>180</text>", "<text>90</text>"));

        // when
        Started started = start(SETTINGS[0], SETTINGS[2], "--mandate.secrets-directory=" + secrets,
                "--mandate.processes=" + processes, "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--spring.datasource.username=postgres", "--server.port=0");
        try {
            int port = started.port();

            assertThat(get(port, "/sign-in")).isEqualTo(200);
            assertThat(get(port, "/inbox")).isNotEqualTo(200);
            assertThat(started.log()).contains("PostgreSQL", "[term-rules.dmn]").doesNotContain("canary");
        } finally {
            started.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void services_do_not_get_in_with_a_password_that_still_stands_in_the_settings() throws Exception {
        Started started = start(with(SETTINGS, "--server.port=0", "MANDATE_DECISION_CALLERS_0_NAME=mail-service",
                "MANDATE_DECISION_CALLERS_0_PASSWORD={noop}secret", "MANDATE_DECISION_CALLERS_0_SERVICES=mail"));
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + started.port() + "/access/v1/evaluation"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("mail-service:secret".getBytes()))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build();

            var answer = HttpClient.newHttpClient().send(question, BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Mandate\"");
            assertThat(started.log()).contains("the passwords of mail-service are not used");
        } finally {
            started.process().destroyForcibly().waitFor();
        }
    }

    private static int get(int port, String path) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), BodyHandlers.discarding()).statusCode();
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private Started start(String... arguments) throws IOException {
        return PackagedJar.start(directory, arguments);
    }
}
