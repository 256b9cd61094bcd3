package io.mandate.acceptance.web;

import io.mandate.testing.TestMail;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A customer's browser without script: opens a link, fills in the forms that the page has, follows redirects. */
final class CustomerBrowser {

    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern TEXTAREA = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String base;
    private String language = "en";
    private HttpResponse<String> answer;

    CustomerBrowser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The language that the browser asks for. */
    CustomerBrowser speaking(String tag) {
        language = tag;
        return this;
    }

    /** Opens the newest link that was mailed to the address. */
    CustomerBrowser openLink(String address) {
        return open(path(TestMail.link(address)));
    }

    /** Opens the link and enters the code that was mailed to the same address. */
    CustomerBrowser prove(String address) {
        return openLink(address).submit("codeRequest").submit("proof", Map.of("code", TestMail.code(address)));
    }

    /** Approves with a name and every declaration, changed as said. */
    CustomerBrowser approve(Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>(
                Map.of("name", "Ada Admin", "administrator", "true", "agreementAccepted", "true"));
        fields.putAll(changes);
        return submit("approval", fields);
    }

    /** These changes, and some boxes not ticked. */
    static Map<String, String> without(Map<String, String> changes, String... boxes) {
        Map<String, String> all = new HashMap<>(changes);
        Stream.of(boxes).forEach(box -> all.put(box, null));
        return all;
    }

    /** The path of a link in a mail, whose host is the public one. */
    static String path(String link) {
        return URI.create(link).getPath();
    }

    CustomerBrowser open(String path) {
        return send(request(path).GET());
    }

    /** Opens a path and follows it until it leads away from here; gives the address there, which is not opened. */
    String away(String path) {
        HttpClient here = HttpClient.newBuilder().cookieHandler(cookies).build();
        answer = response(here, request(path).GET());
        String to = header("Location").replaceFirst("^" + base, "");
        return to.startsWith("/") ? away(to) : to;
    }

    /** Has a cookie that it was given elsewhere. */
    CustomerBrowser keep(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setVersion(0);
        cookie.setDomain("127.0.0.1");
        cookies.getCookieStore().add(URI.create(base), cookie);
        return this;
    }

    CustomerBrowser head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** Submits the form with that id, its fields changed as said; a field without value is left out. */
    CustomerBrowser submit(String form, Map<String, String> changes) {
        Map<String, String> fields = fields(form);
        changes.forEach((field, value) -> {
            if (value == null) {
                fields.remove(field);
            } else {
                fields.put(field, value);
            }
        });
        return post(action(form), fields);
    }

    CustomerBrowser submit(String form) {
        return submit(form, Map.of());
    }

    CustomerBrowser post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    /** Sends a form aside, without following where it leads, and leaves the page as it is. */
    int statusOfPost(String path, Map<String, String> fields) {
        HttpClient aside = HttpClient.newBuilder().cookieHandler(cookies).build();
        return response(aside, form(path, fields)).statusCode();
    }

    /** What the page's script gets when it posts these fields; leaves the page as it is. */
    HttpResponse<String> script(String path, Map<String, String> fields) {
        return response(client, form(path, fields).setHeader("Accept", "application/json"));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
    }

    /** What the browser would send with a form as it stands. */
    Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        String html = form(form);
        for (Matcher input = INPUT.matcher(html); input.find(); ) {
            String attributes = input.group(1);
            boolean box = attribute(attributes, "type").equals("checkbox");
            if (!box || attributes.contains("checked=")) {
                fields.put(attribute(attributes, "name"), attribute(attributes, "value"));
            }
        }
        for (Matcher area = TEXTAREA.matcher(html); area.find(); ) {
            fields.put(attribute(area.group(1), "name"), HtmlUtils.htmlUnescape(area.group(2)));
        }
        return fields;
    }

    int status() {
        return answer.statusCode();
    }

    /** The path where the browser is now. */
    String path() {
        return answer.uri().getPath();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String html() {
        return answer.body();
    }

    /** The page's words. */
    String text() {
        String body = answer.body().replaceAll("(?s)^.*<main", "<main").replaceAll("(?s)</main>.*$", "");
        return HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
    }

    private String form(String id) {
        Matcher form = Pattern.compile("(?s)<form[^>]*id=\"" + id + "\".*?</form>").matcher(html());
        if (!form.find()) {
            throw new AssertionError("No form " + id + " on this page: " + text());
        }
        return form.group();
    }

    private String action(String form) {
        return attribute(form(form), "action");
    }

    private static String attribute(String attributes, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return attribute.find() ? HtmlUtils.htmlUnescape(attribute.group(1)) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).setHeader("Accept", "text/html")
                .setHeader("Accept-Language", language);
    }

    private CustomerBrowser send(HttpRequest.Builder request) {
        answer = response(client, request);
        return this;
    }

    private static HttpResponse<String> response(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
