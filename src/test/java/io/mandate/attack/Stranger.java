package io.mandate.attack;

import io.mandate.attack.Wire.Answer;
import io.mandate.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser behind the proxy, with a client address of its own and cookies that are sent as by https. */
final class Stranger {

    static final String HOST = "mandate.example";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final int port;
    private String token = "";

    /** From an address that nobody else has. */
    Stranger(int port) {
        this(port, "198.51." + (NUMBER.incrementAndGet() / 250) + "." + (NUMBER.get() % 250 + 1));
    }

    Stranger(int port, String address) {
        this.port = port;
        headers.put("Host", HOST);
        headers.put("X-Forwarded-For", address);
        headers.put("X-Forwarded-Proto", "https");
        headers.put("Accept", "text/html");
        headers.put("Accept-Language", "en");
    }

    Stranger with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same browser at another place. */
    Stranger at(String address) {
        return with("X-Forwarded-For", address);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Answer open(String path) {
        return send("GET", path, Map.of(), "");
    }

    /** Opens a page and sends a form of it. */
    Answer submit(String page, String action, Map<String, String> fields) {
        Matcher found = TOKEN.matcher(open(page).body());
        token = found.find() ? found.group(1) : "";
        return sendAgain(action, fields);
    }

    /** Sends a form of the page that was opened last. */
    Answer sendAgain(String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return post(action, all);
    }

    Answer post(String path, Map<String, String> fields) {
        return send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    Answer postJson(String path, String authorization, String json) {
        return send("POST", path, Map.of("Content-Type", "application/json", "Authorization", authorization), json);
    }

    Answer signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    }

    /** Whether signing in with the right password works. */
    boolean canSignIn(String name) {
        Answer answer = signIn(name, People.PASSWORD);
        return answer.status() == 302 && !answer.location().contains("/sign-in");
    }

    private Answer send(String method, String path, Map<String, String> more, String body) {
        List<String> lines = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        all.forEach((name, value) -> lines.add(name + ": " + value));
        if (!cookies.isEmpty()) {
            lines.add("Cookie: " + cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        Answer answer = Wire.send(port, method + " " + path + " HTTP/1.1", lines, body.getBytes(StandardCharsets.UTF_8));
        answer.all("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";")[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
