package io.mandate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What anybody can be answered: error pages to odd requests, a partner's pages, and what the web apps tell a process owner. */
public final class OpenAnswers {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final List<String> OF_THE_ENGINE = List.of(
            "/process-instance", "/execution", "/variable-instance?deserializeValues=false", "/task", "/job", "/incident", "/deployment",
            "/process-definition", "/decision-definition", "/user", "/group", "/authorization", "/filter", "/event-subscription",
            "/history/process-instance", "/history/activity-instance", "/history/task", "/history/variable-instance", "/history/detail",
            "/history/job-log", "/history/incident", "/history/user-operation", "/history/identity-link-log",
            "/history/decision-instance", "/telemetry/data", "/version", "/metrics");

    private final int port;
    private final List<String> answers = new ArrayList<>();

    public OpenAnswers(int port) {
        this.port = port;
    }

    /** All of them, about a request, with tokens of links in odd places. */
    public List<String> all(UUID request, List<String> tokens) {
        Visitor anybody = new Visitor(port);
        for (String token : tokens) {
            String page = "/answer/" + token;
            for (String odd : List.of(page + "x", page + "/nothing", page + "/nothing/at/all", "/answer", "/answer/" + token.substring(1),
                    "/sign-in/link/" + token + "/x", "/requests/" + token, "/error?" + token, "/x/" + token + ";a=b", "/access/v1/" + token)) {
                add(anybody.open(odd).body(), odd, page);
                add(anybody.forge(odd, Map.of("token", token)).body(), odd, page);
                add(anybody.load(odd).body(), odd, page);
            }
            for (String line : List.of("GET " + page + "|x HTTP/1.1", "GET " + page + "\"> HTTP/1.1", "GET " + page + "%zz HTTP/1.1",
                    "GET " + page + "%00 HTTP/1.1", "BREW " + page + " HTTP/1.1", "GET " + page + "/../x HTTP/1.1", "PUT " + page + " HTTP/1.1",
                    "GET " + page, "GET " + page + " HTTP/9.9", "GET " + page + "\u0001 HTTP/1.1", "GET /{" + token + "} HTTP/1.1")) {
                add(raw(line), page, page);
            }
        }
        pages(request);
        webApps();
        return answers;
    }

    /**
     * A page links to itself in other languages, and a page of a link is sent back with its forms, for the one who asked by
     * that address.
     */
    private void add(String answer, String address, String page) {
        String query = address.substring(Math.max(0, address.indexOf('?')));
        answers.add(answer.replace(address, "its own address").replace(page, "its own address").replace(query, "?"));
    }

    private void pages(UUID request) {
        Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
        for (String page : List.of("/", "/overview", "/requests/" + request, "/support", "/nothing", "/requests/nothing", "/customers")) {
            answers.add(olivia.open(page).body());
        }
    }

    private void webApps() {
        Visitor olivia = Visitor.signedIn(port, People.OLIVIA);
        for (String path : OF_THE_ENGINE) {
            answers.add(olivia.load("/camunda/api/engine/engine/default" + path).body());
        }
        details(olivia, "/process-instance", "/variables", "/activity-instances");
        details(olivia, "/job", "/stacktrace");
        details(olivia, "/history/job-log", "/stacktrace");
        details(olivia, "/task", "/form-variables", "/variables", "/comment");
        answers.add(olivia.load("/camunda/api/cockpit/plugin/base/default/incident").body());
    }

    private void details(Visitor olivia, String of, String... parts) {
        ID.matcher(olivia.rest("GET", "/engine/engine/default" + of, null).body()).results().map(found -> found.group(1)).forEach(id -> {
            for (String part : parts) {
                answers.add(olivia.load("/camunda/api/engine/engine/default" + of + "/" + id + part).body());
            }
        });
    }

    /** What no client library would send. */
    private String raw(String line) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
