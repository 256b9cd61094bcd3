package io.mandate.web;

import io.mandate.edge.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came too often, or in vain, so that its page can send it again with everything that was typed; passwords are asked for anew.
 *
 * @param reason the key of the words
 * @param minutes until it may come again; 0 for at once
 * @param address where it was sent, with its query where it was no form
 * @param form whether it was a form
 */
record SentAgain(String reason, long minutes, String address, boolean form, List<Field> fields, List<String> passwords) {

    /** What fields for passwords are called: to sign in or the new one, the present one, and the new one once more. */
    private static final Set<String> PASSWORDS = Set.of("password", "current", "again");

    /** A field and what was typed into it. */
    record Field(String name, String value) {}

    /** What came too often. */
    static SentAgain of(Refusal refusal, HttpServletRequest request, String path) {
        return of(refusal.reason(), refusal.minutes(), request, path);
    }

    /** What came during an outage. */
    static SentAgain of(HttpServletRequest request, String path) {
        return of("error.503.text", 0, request, path);
    }

    private static SentAgain of(String reason, long minutes, HttpServletRequest request, String path) {
        boolean form = "POST".equals(request.getMethod());
        List<Field> fields = new ArrayList<>();
        List<String> passwords = new ArrayList<>();
        if (form) {
            for (Map.Entry<String, String[]> sent : request.getParameterMap().entrySet()) {
                if (PASSWORDS.contains(sent.getKey())) {
                    passwords.add(sent.getKey());
                } else {
                    List.of(sent.getValue()).forEach(value -> fields.add(new Field(sent.getKey(), value)));
                }
            }
        }
        String query = request.getQueryString();
        return new SentAgain(reason, minutes, path + (form || query == null ? "" : "?" + query),
                form, fields, passwords);
    }
}
