package io.mandate.request.web;

import static io.mandate.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What partner staff do on the pages around one request, each step as their browser does it. */
public final class PartnerPages {

    private final Visitor visitor;

    public PartnerPages(Visitor visitor) {
        this.visitor = visitor;
    }

    /** The fields of a request that has nothing wrong, for the mail settings reader. */
    public static Map<String, String> fields(String address) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("organisation", "Northwind Traders");
        fields.put("address", address);
        fields.put("language", "en");
        fields.put("cloud", "global");
        fields.put("country", "US");
        fields.put("name", "");
        fields.put("mail_reader", "true");
        fields.put("mail_days", "365");
        fields.put("infrastructure_days", "365");
        fields.put("collaboration_days", "365");
        return fields;
    }

    public HttpResponse<String> open(String path) {
        return visitor.open(path);
    }

    /** Submits the form for a new request. */
    public HttpResponse<String> request(Map<String, String> fields) {
        return visitor.submit("/requests/new", "/requests", fields);
    }

    /** Opens a request; gives the path of its page. */
    public String requested(String address) {
        HttpResponse<String> answer = request(fields(address));
        assertThat(answer.statusCode()).isEqualTo(302);
        return location(answer).replace("/draft", "");
    }

    /** Submits the draft with a button such as {@code send=mandate}. */
    public HttpResponse<String> draft(String request, String subject, String text, String button) {
        String[] pressed = button.split("=");
        return visitor.submit(request + "/draft", request + "/draft",
                Map.of("subject", subject, "text", text, pressed[0], pressed[1]));
    }

    /** Submits the draft as it stands. */
    public HttpResponse<String> send(String request, String how) {
        String page = open(request + "/draft").body();
        return draft(request, value(page, "subject"), text(page), "send=" + how);
    }

    /** Submits the form that changes what a draft asks for. */
    public HttpResponse<String> redraft(String request, Map<String, String> fields) {
        return visitor.submit(request + "/services", request + "/services", fields);
    }

    /** Submits a form of the request's page. */
    public HttpResponse<String> act(String request, String action, Map<String, String> fields) {
        return actFrom(request, request + action, fields);
    }

    /** Submits to an address with the token of any page of ours. */
    public HttpResponse<String> actFrom(String page, String address, Map<String, String> fields) {
        return visitor.submit(page, address, fields);
    }

    /** Submits as another site would. */
    public HttpResponse<String> forge(String address) {
        return visitor.forge(address, Map.of());
    }

    /** What the page's script gets to draw. */
    public HttpResponse<String> diagram(String request) {
        return visitor.load(request + "/diagram");
    }

    /** What the page's script gets that has this already. */
    public HttpResponse<String> diagramUnless(String request, String known) {
        return visitor.loadUnless(request + "/diagram", known);
    }

    /** What an input holds. */
    public static String value(String page, String field) {
        String input = page.replaceAll("(?s).*<input([^>]* id=\"" + field + "\"[^>]*)>.*", "$1");
        return HtmlUtils.htmlUnescape(input.replaceAll("(?s).*value=\"([^\"]*)\".*", "$1"));
    }

    /** What the text field holds. */
    public static String text(String page) {
        return HtmlUtils.htmlUnescape(page.replaceAll("(?s).*<textarea[^>]*>(.*)</textarea>.*", "$1"));
    }

    /** What a person reads on the page, blanks run together. */
    public static String words(String page) {
        String main = page.replaceAll("(?s).*<main", "<main").replaceAll("(?s)</main>.*", "");
        return HtmlUtils.htmlUnescape(main.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
    }
}
