package io.mandate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An administered service that does what the contract for services says: it verifies signatures, applies each notice once
 * and nothing that is older than what it knows, and answers what a partner can do. Tests tell it to misbehave.
 */
public final class ExampleService {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What arrived: headers in lower case, and the body. */
    public record Message(Map<String, String> headers, JsonNode body) {}

    private static final String ANY = "";

    private record Happening(String type, Runnable happens) {}

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> rights = new ConcurrentHashMap<>();
    private final Map<String, Instant> known = new ConcurrentHashMap<>();
    private final Map<String, String> ends = new ConcurrentHashMap<>();
    private volatile int status;
    private volatile String answer;
    private volatile Set<String> keeps;
    private volatile boolean ignores;
    private volatile String failing;
    private final AtomicReference<Happening> meanwhile = new AtomicReference<>();

    public ExampleService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "example service");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
        behave();
    }

    /** Works as it should, from now on. */
    public void behave() {
        status = 200;
        answer = null;
        keeps = Set.of();
        ignores = false;
        failing = "";
        meanwhile.set(null);
    }

    /** Answers everything with this status. */
    public void answerWith(int wrong) {
        status = wrong;
    }

    /** Answers with an error whatever concerns this customer. */
    public void failFor(String customer) {
        failing = customer;
    }

    /** Lets something happen elsewhere after the next message has arrived, and before it is answered. */
    public void meanwhile(Runnable happens) {
        meanwhile(ANY, happens);
    }

    /** Answers everything with this text. */
    public void answerWith(String text) {
        answer = text;
    }

    /** Leaves these roles where it is told to remove all. */
    public void keep(String... roles) {
        keeps = new TreeSet<>(Arrays.asList(roles));
    }

    /** Confirms whatever it is told, and does nothing. */
    public void ignore() {
        ignores = true;
    }

    /** Something happens, once, while it has read the next message of this type and not yet done what that says. */
    public void meanwhile(String type, Runnable happens) {
        meanwhile.set(new Happening(type, happens));
    }

    /** Somebody changes rights in its own portal. */
    public void set(String customer, String partner, Set<String> roles) {
        rights.put(customer + partner, roles);
    }

    public Set<String> roles(String customer, String partner) {
        return rights.getOrDefault(customer + partner, Set.of());
    }

    /** When what the partner can do ends, as Mandate said last; empty where it never said. */
    public String end(String customer, String partner) {
        return ends.getOrDefault(customer + partner, "");
    }

    public List<Message> messages() {
        return messages;
    }

    /** The messages of a type about a customer, oldest first. */
    public List<Message> messages(String type, String customer) {
        return messages.stream().filter(message -> message.body().path("type").asText().equals(type)
                && message.body().at("/data/customer").asText().equals(customer)).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mandate";
    }

    /** Makes it the mail service of the global cloud. */
    public void register(DynamicPropertyRegistry settings) {
        register(settings, Map.of("mail", this));
    }

    /** Makes them services of the global cloud, by their ids in the catalog. */
    public static void register(DynamicPropertyRegistry settings, Map<String, ExampleService> services) {
        settings.add("mandate.catalog", () -> "file:" + catalog(services));
        settings.add("mandate.services.allow-private-addresses", () -> "true");
        services.keySet().forEach(id -> settings.add("mandate.services.secrets." + id, () -> SECRET));
    }

    private static Path catalog(Map<String, ExampleService> services) {
        try (InputStream packaged = ExampleService.class.getResourceAsStream("/catalog.yaml")) {
            String told = new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            for (var one : services.entrySet()) {
                String id = "  - id: " + one.getKey() + "\n";
                told = told.replaceFirst("(?m)^" + id, id + "    endpoints: {global: " + one.getValue().url() + "}\n");
            }
            return Files.writeString(Files.createTempFile("catalog", ".yaml"), told);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            String text = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new ConcurrentHashMap<>();
            http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            Message message = new Message(headers, JSON.readTree(text));
            messages.add(message);
            happen(message.body().path("type").asText());
            boolean fails = message.body().at("/data/customer").asText().equals(failing);
            int code = !isGenuine(headers, text) ? 401 : fails ? 500 : status;
            String said = answer == null ? code == 200 ? react(message.body()) : "" : answer;
            http.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    private void happen(String type) {
        Happening next = meanwhile.get();
        if (next != null && (next.type().equals(ANY) || next.type().equals(type)) && meanwhile.compareAndSet(next, null)) {
            next.happens().run();
        }
    }

    /** One message at a time: what was silent for a while answers several at once, and only the latest counts. */
    private synchronized String react(JsonNode body) throws IOException {
        JsonNode data = body.get("data");
        String key = data.get("customer").asText() + data.get("partner").asText();
        if (body.get("type").asText().equals("permission.read")) {
            return JSON.writeValueAsString(Map.of("roles", rights.getOrDefault(key, Set.of())));
        }
        Instant at = Instant.parse(data.get("occurred_at").asText());
        if (!ignores && !at.isBefore(known.getOrDefault(key, Instant.MIN))) {
            known.put(key, at);
            ends.put(key, data.path("ends_at").asText());
            Set<String> roles = new TreeSet<>();
            StreamSupport.stream(data.get("roles").spliterator(), false).forEach(role -> roles.add(role.asText()));
            rights.put(key, roles.isEmpty() ? keeps : roles);
        }
        return "";
    }

    private static boolean isGenuine(Map<String, String> headers, String body) {
        try {
            String expected = new Webhook(SECRET).sign(
                    headers.get("webhook-id"), Long.parseLong(headers.get("webhook-timestamp")), body);
            return Arrays.asList(headers.get("webhook-signature").split(" ")).contains(expected);
        } catch (Exception unreadable) {
            return false;
        }
    }
}
