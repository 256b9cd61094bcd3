package io.mandate.rights;

import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody who calls every operation, with the tokens against forged requests, so that nothing but their rights decides. */
final class Caller {

    /** Whose pages give the token of the web apps. */
    private static final Map<Who, String> APPS = Map.of(
            Who.AUDITOR, "cockpit", Who.PROCESS_OWNER, "cockpit", Who.PARTNER_ADMINISTRATOR, "tasklist",
            Who.PARTNER_AGENT, "tasklist", Who.SUPPORT, "tasklist", Who.CUSTOMER, "tasklist");
    private static final String ANSWER_TOKEN = "a-token-of-a-browser";
    private static final Set<Integer> REFUSALS = Set.of(401, 403);
    private static final Set<Integer> NO_SUCH_THING = Set.of(400, 404, 405);

    private final Who who;
    private final Supplier<Visitor> arrival;
    private final Decisions decisions;
    private Visitor visitor;
    private String formToken;

    Caller(Who who, Supplier<Visitor> arrival, Decisions decisions) {
        this.who = who;
        this.arrival = arrival;
        this.decisions = decisions;
    }

    /** What came of a call. */
    record Outcome(boolean admitted, int status, String body) {}

    /** Calls an operation with nothing in it, of things that do not exist. */
    Outcome call(Operation operation) {
        return call(operation.method(), operation.address());
    }

    /** Calls an address. */
    Outcome call(String method, String address) {
        if (visitor == null) {
            arrive();
        }
        boolean api = address.startsWith("/camunda/api/") || address.startsWith("/access/") || address.startsWith("/services/");
        String number = UUID.randomUUID().toString();
        List<String> headers = new ArrayList<>(List.of(Decisions.HEADER, number, "Accept", api ? "application/json" : "text/html",
                "Content-Type", api ? "application/json" : "application/x-www-form-urlencoded"));
        if (api) {
            headers.addAll(List.of("X-XSRF-TOKEN", visitor.webAppToken()));
        } else {
            headers.addAll(List.of("X-CSRF-TOKEN", formToken));
        }
        if (who == Who.SERVICE_ACCOUNT) {
            headers.addAll(List.of("Authorization", "Basic " + base64("mail-service:secret")));
        }
        boolean answer = address.startsWith("/answer/");
        if (answer) {
            headers.addAll(List.of("Cookie", "answer-form=" + ANSWER_TOKEN));
        }
        String token = answer ? base64("\0".repeat(ANSWER_TOKEN.length()) + ANSWER_TOKEN) : formToken;
        HttpResponse<String> response = visitor.call(method, address, body(method, api, token), headers.toArray(String[]::new));
        if (address.contains("sign-") || address.endsWith("/logout") || address.equals("/passkeys/again")) {
            visitor = null;
        }
        return outcome(response, decisions.of(number));
    }

    /** Whether something can be done at this address that is not at another one. */
    boolean opens(String method, String address) {
        Outcome outcome = call(method, address);
        return outcome.admitted() && !NO_SUCH_THING.contains(outcome.status());
    }

    private void arrive() {
        visitor = arrival.get();
        formToken = visitor.formToken(Map.of(Who.ANYBODY, "/sign-in", Who.SERVICE_ACCOUNT, "/sign-in").getOrDefault(who, "/"));
        if (APPS.containsKey(who)) {
            visitor.open("/camunda/app/" + APPS.get(who) + "/default/");
        }
    }

    /** A body that cannot be read as what is expected, so that nothing is done. */
    private static String body(String method, boolean api, String token) {
        return Set.of("GET", "HEAD", "OPTIONS", "DELETE").contains(method) ? "" : api ? "{" : "token=x-y&_csrf=" + token;
    }

    private static Outcome outcome(HttpResponse<String> response, Optional<Boolean> decision) {
        int status = response.statusCode();
        boolean challenged = Visitor.location(response).equals("/sign-in");
        boolean admitted = !REFUSALS.contains(status) && decision.orElse(status < 400 && !challenged);
        return new Outcome(admitted, status, response.body());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
