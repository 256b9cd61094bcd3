package io.mandate.faults;

import io.mandate.faults.node.FaultyNode;
import io.mandate.faults.node.MovedClock;
import io.mandate.testing.ExampleService;
import io.mandate.testing.TestKeys;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** All of an installation: nodes, database, mail server, a service, and the wires between them. */
final class Installation implements AutoCloseable {

    static final String DECISION_PASSWORD = "a-password-of-the-mail-service";

    /** The public half of it verifies evidence. */
    private final Path key;
    private final Path clock;
    private final Path directory;
    private final List<Node> nodes = new ArrayList<>();
    private volatile boolean closed;
    private volatile Duration ahead = Duration.ZERO;

    final Postgres postgres;
    final MailSink mail = new MailSink();
    final ExampleService service = new ExampleService();
    final Wire toPostgres;
    final Wire toService;

    Installation(Parameters parameters) throws Exception {
        directory = parameters.directory();
        clock = directory.resolve("clock");
        MovedClock.move(clock, ahead);
        key = Files.writeString(directory.resolve("evidence-key.pem"), TestKeys.SIGNING);
        postgres = new Postgres(directory);
        toPostgres = new Wire("PostgreSQL", postgres.port());
        toService = new Wire("the mail service", Integer.parseInt(service.url().replaceAll(".*:(\\d+)/.*", "$1")));
        // Whoever stops the tests half-way stops what they started.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        Map<String, String> settings = settings();
        for (int number = 1; number <= parameters.nodes(); number++) {
            int port = Ports.lasting();
            nodes.add(new Node(command(settings, port), port, directory.resolve("node-" + number + ".log")));
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    Path key() {
        return key;
    }

    Path checkpoints() {
        return directory.resolve("checkpoints.ndjson");
    }

    /** Moves the clock of all nodes forward. */
    void moveClock(Duration by) {
        ahead = ahead.plus(by);
        MovedClock.move(clock, ahead);
    }

    Duration ahead() {
        return ahead;
    }

    /** What the nodes' clocks say. */
    Instant now() {
        return Instant.now().plus(ahead);
    }

    void awaitAllNodes() {
        Awaitility.await("all nodes answer").atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(250))
                .until(() -> nodes.stream().allMatch(Node::answers));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        ExampleService.register((name, value) -> settings.put(name, value.get().toString()), Map.of("mail", service));
        Path catalog = Path.of(settings.get("mandate.catalog").replaceFirst("^file:", ""));
        try {
            String direct = service.url();
            String byWire = direct.replaceAll(":\\d+/", ":" + toService.port() + "/");
            Files.writeString(catalog, Files.readString(catalog).replace(direct, byWire));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        settings.put("mandate.base-url", "http://mandate.example");
        settings.put("mandate.evidence.signing-key", key.toString());
        settings.put("mandate.evidence.checkpoint-file", checkpoints().toString());
        settings.put("mandate.evidence.checkpoint-every", "1m");
        settings.put("mandate.terms.every", "1m");
        settings.put("mandate.machine.basic", "true");
        settings.put("mandate.decision.callers[0].name", "mail-service");
        settings.put("mandate.decision.callers[0].services", "mail");
        settings.put("mandate.decision.callers[0].password", "{noop}" + DECISION_PASSWORD);
        settings.put("mandate.link.secrets", "a-secret-of-this-run-of-at-least-32-characters");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.port()));
        settings.put("spring.datasource.url", Postgres.url(toPostgres.port()));
        settings.put("spring.datasource.username", Postgres.USER);
        settings.put("spring.datasource.password", Postgres.USER);
        // All clients have one address here.
        Stream.of("everything", "sign-in", "mails", "codes", "answers", "decisions", "strangers")
                .forEach(limit -> settings.put("mandate.limits." + limit, "1000000/1m"));
        return settings;
    }

    private List<String> command(Map<String, String> settings, int port) throws IOException {
        Path file = directory.resolve("node-at-" + port + ".properties");
        Files.writeString(file, settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n", "server.port=" + port + "\n", "\n")));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-D" + FaultyNode.CLOCK + "=" + clock, "-cp", classPath(), FaultyNode.class.getName(),
                "--spring.config.additional-location=file:" + file);
    }

    /** Mandate, its libraries, and the clock that can be moved: no other class of the tests, and nothing of the demo. */
    private String classPath() throws IOException {
        Path classes = directory.resolve("classes");
        Path node = Path.of(FaultyNode.class.getPackageName().replace('.', '/'));
        Path compiled = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(entry -> Files.isDirectory(entry.resolve(node))).findFirst().orElseThrow();
        Files.createDirectories(classes.resolve(node));
        try (Stream<Path> files = Files.list(compiled.resolve(node))) {
            for (Path one : files.toList()) {
                Path copy = classes.resolve(node).resolve(one.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(one, copy);
                }
            }
        }
        Stream<String> others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(compiled) && !entry.endsWith("demo-classes"));
        return Stream.concat(Stream.of(classes.toString()), others).collect(Collectors.joining(File.pathSeparator));
    }

    private void end() {
        if (!closed) {
            nodes.forEach(Node::end);
            postgres.close();
        }
    }

    @Override
    public void close() throws Exception {
        closed = true;
        nodes.parallelStream().forEach(Node::close);
        toPostgres.close();
        toService.close();
        mail.close();
        postgres.close();
    }
}
