package io.mandate.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * Somebody's browser, without script. It stays with a node until that does not answer, and now and then moves without a cause,
 * as a load balancer would have it.
 */
final class Browser {

    private static final int REDIRECTS = 5;
    private static final int MOVES_ONE_IN = 25;
    /** Longer than Mandate waits for its database. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final List<Node> nodes;
    private final Answers answers;
    private final Random chance;
    private Node node;

    Browser(List<Node> nodes, Answers answers, Random chance) {
        this.nodes = nodes;
        this.answers = answers;
        this.chance = chance;
        move();
    }

    /** Opens a page, and follows where it leads. */
    Page open(String path) throws UnansweredException {
        String to = path;
        for (int left = REDIRECTS; left > 0; left--) {
            Page page = send("page", request(to).GET(), to);
            if (page.location().isEmpty()) {
                return page;
            }
            to = page.location();
        }
        throw new AssertionError("A page leads on and on: " + path);
    }

    /** Sends a form, and does not follow where the answer leads. */
    Page submit(FormElement form, Map<String, String> changes) throws UnansweredException {
        String body = Page.filled(form, changes).stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        String action = form.attr("action");
        return send("form", request(action).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)), action);
    }

    private Page send(String what, HttpRequest.Builder request, String path) throws UnansweredException {
        if (chance.nextInt(MOVES_ONE_IN) == 0) {
            move();
        }
        long begun = System.currentTimeMillis();
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answers.add(what, String.valueOf(answer.statusCode()), System.currentTimeMillis() - begun);
            if (answer.statusCode() >= 500) {
                throw new UnansweredException(answer.statusCode() + " at " + path);
            }
            String location = answer.headers().firstValue("Location").map(Browser::path).orElse("");
            return new Page(answer.statusCode(), path, location, Jsoup.parse(answer.body()));
        } catch (IOException broken) {
            answers.add(what, "none", System.currentTimeMillis() - begun);
            move();
            throw new UnansweredException(broken.getClass().getSimpleName() + " at " + path);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("stopped");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path)).timeout(PATIENCE)
                .setHeader("Accept", "text/html").setHeader("Accept-Language", "en");
    }

    private void move() {
        node = nodes.get(chance.nextInt(nodes.size()));
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
