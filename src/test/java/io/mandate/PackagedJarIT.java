package io.mandate;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, started as its users start it. */
class PackagedJarIT {

    private static final Path JAR = Path.of("target/mandate.jar").toAbsolutePath();
    private static final String[] SETTINGS = {
        "--mandate.base-url=https://mandate.example",
        "--mandate.link.secrets=0123456789-0123456789-0123456789",
        "--spring.mail.host=127.0.0.1",
        "--mandate.evidence.signing-key=" + TestKeys.SIGNING
    };

    @TempDir Path directory;

    @Test
    void without_its_settings_it_refuses_to_start_and_names_each() throws Exception {
        Started started = start();

        assertThat(started.process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.process.exitValue()).isNotZero();
        assertThat(started.log()).contains(
                "mandate.base-url", "mandate.link.secrets", "mandate.evidence.signing-key", "spring.mail.host");
    }

    @Test
    void with_one_missing_it_names_that_one_only() throws Exception {
        Started started = start(SETTINGS[0], SETTINGS[1], SETTINGS[3]);

        assertThat(started.process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains("spring.mail.host:").doesNotContain("mandate.base-url:");
    }

    @Test
    void with_a_wrong_key_for_evidence_it_names_that_setting_and_nothing_of_the_key() throws Exception {
        Started started = start(SETTINGS[0], SETTINGS[1], SETTINGS[2], "--mandate.evidence.signing-key=MC4CAQAwBQYDK2VwBCIEIA");

        assertThat(started.process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains("mandate.evidence.signing-key: neither a PEM nor the path").doesNotContain("MC4CAQAwBQYDK2VwBCIEIA");
    }

    @Test
    void with_a_mailbox_for_undelivered_mails_it_names_what_is_missing_for_it() throws Exception {
        Started started = start(with(SETTINGS, "--mandate.mail.bounces.host=imap.example"));

        assertThat(started.process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(started.log()).contains(
                "mandate.mail.bounces.address:", "mandate.mail.bounces.user:", "mandate.mail.bounces.password:");
    }

    @Test
    void it_holds_what_reads_reports_of_mail_servers() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(Object::toString)).anyMatch(name -> name.matches("BOOT-INF/lib/dsn-.*\\.jar"));
        }
    }

    @Test
    void it_holds_nothing_of_the_demo() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("greenmail") || name.contains("mandate/demo") || name.contains("inbox")
                            || name.contains("application-demo"));
        }
    }

    @Test
    void on_postgresql_a_url_is_all_it_needs() throws Exception {
        Started started = start(with(SETTINGS, "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--server.port=0"));
        try {
            int port = started.port();

            assertThat(get(port, "/sign-in")).isEqualTo(200);
            assertThat(get(port, "/inbox")).isNotEqualTo(200);
            assertThat(started.log()).contains("PostgreSQL");
        } finally {
            started.process.destroyForcibly().waitFor();
        }
    }

    @Test
    void services_do_not_get_in_with_a_password_that_still_stands_in_the_settings() throws Exception {
        Started started = start(with(SETTINGS, "--server.port=0", "--mandate.decision.callers[0].name=mail-service",
                "--mandate.decision.callers[0].password={noop}secret", "--mandate.decision.callers[0].services=mail"));
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + started.port() + "/access/v1/evaluation"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("mail-service:secret".getBytes()))
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build();

            var answer = HttpClient.newHttpClient().send(question, BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"Mandate\"");
            assertThat(started.log()).contains("the passwords of mail-service are not used");
        } finally {
            started.process.destroyForcibly().waitFor();
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        Path log = directory.resolve("log");
        return new Started(new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start(), log);
    }

    private record Started(Process process, Path file) {

        String log() throws IOException {
            return Files.readString(file);
        }

        int port() {
            return Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
                var matcher = Pattern.compile("started on port (\\d+)").matcher(log());
                if (!process.isAlive()) {
                    throw new AssertionError("It stopped: " + log());
                }
                return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }, port -> port > 0);
        }
    }
}
