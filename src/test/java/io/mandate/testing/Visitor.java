package io.mandate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody in front of the running service: keeps cookies, sends forms with the token of the page, and calls the web
 * apps' REST API as Tasklist does. Follows no redirect, so that tests see it.
 */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int[] ports;
    private int sent;
    private Locale language = Locale.ENGLISH;

    /** With several ports, each request goes to the next one, as from behind a load balancer. */
    public Visitor(int... ports) {
        this.ports = ports;
    }

    /** Somebody who has signed in. */
    public static Visitor signedIn(int port, String username) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(username, People.PASSWORD);
        if (answer.statusCode() != 302 || location(answer).contains("/sign-in")) {
            throw new AssertionError(username + " could not sign in: " + answer.statusCode());
        }
        return visitor;
    }

    /** The same visitor with a browser in another language. */
    public Visitor speaking(Locale language) {
        this.language = language;
        return this;
    }

    /** Fills in the sign-in form. */
    public HttpResponse<String> signIn(String username, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    /** Opens a page. */
    public HttpResponse<String> open(String path) {
        return send(request(path).GET());
    }

    /** Loads a part of a page, such as a font. */
    public HttpResponse<String> load(String path) {
        return send(request(path).setHeader("Accept", "*/*").GET());
    }

    /** Loads a part of a page again of which this version is known. */
    public HttpResponse<String> loadUnless(String path, String known) {
        return send(request(path).setHeader("Accept", "*/*").header("If-None-Match", known).GET());
    }

    /** What a page's script gets when it asks for a part of a page. */
    public String fragment(String path) {
        return send(request(path).header("HX-Request", "true").GET()).body();
    }

    /** Opens a page and submits a form of it, with its token against forged requests. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        String token = formToken(page);
        String csrf = token.isEmpty() ? "" : "_csrf=" + token + "&";
        return post(action, csrf + encoded(fields));
    }

    /** What a page's script gets when it posts the token of the page's form, and nothing else. */
    public HttpResponse<String> script(String page, String path) {
        Matcher token = TOKEN.matcher(open(page).body());
        return send(request(path)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(token.find() ? "_csrf=" + token.group(1) : "")));
    }

    /** Opens a page and has a form of it ready, to be submitted at a moment of one's own choosing. */
    public Callable<HttpResponse<String>> ready(String page, String action, Map<String, String> fields) {
        Map<String, String> filled = new LinkedHashMap<>(fields);
        Matcher hidden = HIDDEN.matcher(open(page).body());
        while (hidden.find()) {
            filled.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        return () -> post(action, encoded(filled));
    }

    /** Submits a form as another site would: without the token. */
    public HttpResponse<String> forge(String action, Map<String, String> fields) {
        return post(action, encoded(fields));
    }

    /** Calls the web apps' REST API below {@code /camunda/api}, as Tasklist does. */
    public HttpResponse<String> rest(String method, String path, String json) {
        if (token().isEmpty()) {
            open("/camunda/app/tasklist/default/");
        }
        HttpRequest.Builder request = request("/camunda/api" + path)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token());
        return send(json == null
                ? request.method(method, BodyPublishers.noBody())
                : request.method(method, BodyPublishers.ofString(json)));
    }

    /** Calls any address; headers are names and values in turn. */
    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** The token against forged requests that the forms of a page carry; empty for none. */
    public String formToken(String page) {
        Matcher token = TOKEN.matcher(open(page).body());
        return token.find() ? token.group(1) : "";
    }

    /** The token against forged requests of the web apps, which their pages give; empty for none. */
    public String webAppToken() {
        return token();
    }

    /** Deploys files by the web apps' REST API, as a program with this person's session would. */
    public HttpResponse<String> deploy(String name, Map<String, byte[]> files, String... more) {
        rest("GET", "/engine/engine/", null);
        String boundary = "----mandate-tests";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"deployment-name\"", name.getBytes(StandardCharsets.UTF_8));
        for (int field = 0; field < more.length; field += 2) {
            part(body, boundary, "name=\"" + more[field] + "\"", more[field + 1].getBytes(StandardCharsets.UTF_8));
        }
        files.forEach((file, content) -> part(
                body, boundary, "name=\"" + file + "\"; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request("/camunda/api/engine/engine/default/deployment/create")
                .setHeader("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String header, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** What the engine answers below {@code /engine/engine/default}, read as JSON. */
    public JsonNode engine(String method, String path, String json) {
        HttpResponse<String> answer = rest(method, "/engine/engine/default" + path, json);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Where an answer leads, without scheme and host. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", "")).orElse("");
    }

    /** Takes over all cookies of somebody else's browser. */
    public void use(Visitor other) {
        other.cookies.getCookieStore().getCookies().forEach(one -> cookies.getCookieStore().add(URI.create("http://127.0.0.1/"), one));
    }

    /** The values of all cookies that this browser has. */
    public List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue).toList();
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> post(String action, String body) {
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports[sent++ % ports.length] + path))
                .setHeader("Accept", "text/html")
                .setHeader("Accept-Language", language.toLanguageTag());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
