package io.mandate.bench.driver;

import io.mandate.bench.driver.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Drives Mandate as people do: by its pages, each loaded before its form is sent and followed to where it leads. */
public final class PageDriving implements Driving {

    private final int port;
    private final MailSink mails;
    private final List<Http> partners;

    public PageDriving(int port, int clients, MailSink mails) {
        this.port = port;
        this.mails = mails;
        this.partners = IntStream.range(0, clients).mapToObj(client -> signedIn(port, staff(client))).toList();
    }

    /** Somebody who has signed in with the password that all have here. */
    public static Http signedIn(int port, String username) {
        Http http = new Http(port);
        Answer answer = submit(http, http.get("/sign-in").good(), "/sign-in", Map.of("username", username, "password", "secret"));
        if (answer.status() != 302 || answer.headers().getOrDefault("location", "").contains("/sign-in")) {
            throw new IllegalStateException(username + " could not sign in: " + answer.status());
        }
        return http;
    }

    @Override
    public long lifecycle(int client, String address) {
        Http partner = partners.get(client);
        Map<String, String> wanted = new LinkedHashMap<>(Map.of("organisation", "Northwind Traders", "address", address, "language", "en",
                "cloud", "global", "country", "US", "name", "", "mail_days", "365", "mail_administrator", "true", "mail_reader", "true"));
        String draft = path(submit(partner, partner.get("/requests/new").good(), "/requests", wanted));
        String shown = partner.get(draft).good();
        follow(partner, submit(partner, shown, draft, Map.of(
                "subject", Forms.input(shown, "subject"), "text", Forms.area(shown, "text"), "send", "mandate")));
        String page = "/answer/" + mails.next(address);
        long click;
        try (Http customer = new Http(port)) {
            String question = opened(customer, page);
            String asked = follow(customer, submit(customer, question, page + "/code", Map.of("address", address)));
            String code = mails.next(address);
            String proven = follow(customer, submit(customer, asked, page + "/proof", Map.of("code", code)));
            click = StepDriving.micros();
            follow(customer, submit(customer, proven, page + "/approve", Map.of("mail_approved", "true", "mail_administrator", "true",
                    "mail_reader", "true", "mail_days", "365", "holder_mail", "", "agreementVersion", "2026-10", "agreementAccepted", "true",
                    "name", "Ada Admin", "administrator", "true")));
        }
        mails.next(address);
        mails.next(staff(client));
        mails.forget(address);
        return click;
    }

    /** The page behind the link, as soon as it is there: nobody is that quick to follow one. */
    private static String opened(Http customer, String page) {
        return Patience.until(answer -> answer.status() == 200, () -> customer.get(page)).body();
    }

    private static String follow(Http http, Answer answer) {
        return http.get(path(answer)).good();
    }

    private static String path(Answer answer) {
        if (answer.status() != 302 && answer.status() != 303) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
        }
        return answer.headers().get("location").replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private static Answer submit(Http http, String page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Forms.token(page).ifPresent(token -> all.put("_csrf", token));
        return http.post(action, all.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String staff(int client) {
        return "staff" + client + "@contoso.example";
    }
}
