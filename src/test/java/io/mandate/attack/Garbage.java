package io.mandate.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests as no sound client sends them, most of them sound enough to be looked at. */
final class Garbage {

    private static final List<String> METHODS = List.of("GET", "GET", "POST", "POST", "POST", "POST", "PUT", "PATCH", "DELETE",
            "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "G\u00cbT", "");
    private static final List<String> TYPES = List.of("application/x-www-form-urlencoded", "application/x-www-form-urlencoded",
            "application/json", "application/json", "application/json;charset=utf-16", "application/x-www-form-urlencoded; charset=x-none",
            "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "text/xml", "application/octet-stream", "*/*", "nonsense", ";", "a/b;c=\"");
    private static final List<String> ACCEPTS = List.of("text/html", "text/html", "application/json", "*/*", "image/png", "text/event-stream",
            "nonsense", "text/html;q=x", ",,,", "");
    private static final List<String> TEXTS = List.of("", "0", "-1", "true", "null", "${7*7}", "%00", "%", "%zz", "%ff%fe", "%ed%a0%80", "%c0%af",
            "..%2f..%2f", "%0d%0aX: y", "'\"><script>", "\u0000", "\u202e", "9999999999999999999", "2026-02-30", "a@b.example", "ﬀ", "😀");
    private static final List<String> FIELDS = List.of("username", "password", "_csrf", "lang", "address", "code", "name", "page", "q", "token",
            "link", "agreementVersion", "decline_name", "reason", "send", "action", "fill", "shown", "note", "id", "_method", "mail_days", "[", "a.b[0].c");
    private static final int LARGE = 300_000;

    private final Random random;
    private final List<String> paths;

    Garbage(Random random, List<String> paths) {
        this.random = random;
        this.paths = paths;
    }

    byte[] request() {
        byte[] body = body();
        StringBuilder head = new StringBuilder();
        head.append(one(METHODS)).append(' ').append(path()).append(' ').append(rarely() ? one(List.of("HTTP/1.0", "HTTP/9.9", "", "HTP/1.1")) : "HTTP/1.1")
                .append("\r\n");
        head.append("Host: ").append(rarely() ? one(TEXTS) : "mandate.example").append("\r\n");
        head.append("Accept: ").append(one(ACCEPTS)).append("\r\n");
        head.append("Content-Type: ").append(one(TYPES)).append("\r\n");
        if (random.nextInt(3) == 0) {
            head.append("Authorization: ").append(one(List.of("Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==", "Basic bWFpbC1zZXJ2aWNlOnNlY3JldA==",
                    "Basic !!", "Basic", "Bearer x.y.z", "Bearer", "Digest username=\"a\"", "Basic " + "A".repeat(2000)))).append("\r\n");
        }
        oddHeaders(head);
        boolean chunked = rarely();
        head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length(body) + "\r\n");
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        if (chunked) {
            all.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(body);
            all.writeBytes((rarely() ? "nonsense\r\n\r\n" : "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        } else {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }

    /** Never more than is sent, since the service would rightly wait for the rest. */
    private String length(byte[] body) {
        return rarely() ? one(List.of("-1", "x", String.valueOf(body.length / 2))) : String.valueOf(body.length);
    }

    private String path() {
        String path = one(paths);
        if (rarely()) {
            path = path.substring(0, path.lastIndexOf('/') + 1) + one(TEXTS).replaceAll("[\\s\\p{Cntrl}]", "");
        }
        if (rarely()) {
            path = one(List.of("/", ";x", "//", "/.", "/%2e%2e", "/%00", "/[", "/" + "a".repeat(3000))) + path;
        }
        if (random.nextInt(4) == 0) {
            path += "?" + form(1 + random.nextInt(4));
        }
        return path;
    }

    private void oddHeaders(StringBuilder head) {
        if (rarely()) {
            for (int i = 0; i < 300; i++) {
                head.append("X-").append(i).append(": ").append(i).append("\r\n");
            }
        }
        if (rarely()) {
            head.append("Cookie: ");
            for (int i = 0; i < 250; i++) {
                head.append('c').append(i).append("=v; ");
            }
            head.append("\r\n");
        }
        if (random.nextInt(3) == 0) {
            String name = one(List.of("Accept-Language", "Accept-Encoding", "Accept-Charset", "Cookie", "X-Forwarded-For", "X-Forwarded-Proto",
                    "X-Forwarded-Port", "Forwarded", "Origin", "Sec-Fetch-Site", "X-Request-ID", "If-None-Match", "If-Modified-Since", "Range", "Expect", "Upgrade",
                    "HX-Request", "X-HTTP-Method-Override", "Content-Encoding", "Referer"));
            head.append(name).append(": ").append(one(List.of("JSESSIONID=x; language=xx; device=~~.~", "language=; answer=\"", "999.1.1.1, x, ::1%", "bytes=9-1,-,5-",
                    "100-continue-not", "gzip;q=z", "x".repeat(500), "\u00ff\u00fe", "*", "a,b;q=2", "-999"))).append("\r\n");
        }
    }

    private byte[] body() {
        return switch (random.nextInt(9)) {
            case 0 -> new byte[0];
            case 1 -> bytes(random.nextInt(200));
            case 2 -> rarely() ? bytes(LARGE) : "x".repeat(random.nextInt(5000)).getBytes(StandardCharsets.US_ASCII);
            case 3 -> ("[".repeat(random.nextInt(3000)) + "1").getBytes(StandardCharsets.US_ASCII);
            case 4, 5 -> json().getBytes(StandardCharsets.UTF_8);
            case 6 -> form(rarely() ? 3000 : 5).getBytes(StandardCharsets.UTF_8);
            default -> form(1 + random.nextInt(12)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String json() {
        String value = one(List.of("null", "1e999", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "\"" + "y".repeat(300) + "\"", "true", "-0", "\"contoso\"", "{\"type\":\"partner\",\"id\":7}"));
        return "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"id\":%s,\"customer\":%s,\"service\":%s,\"kind\":\"removed\",\"partner\":%s,\"evaluations\":%s%s".formatted(
                value, value, value, value, one(List.of("\"00000000-0000-0000-0000-000000000000\"", "\"1-1-1-1-1\"", value)), one(List.of("\"mail\"", value)), value,
                one(List.of("[]", "[{}]", "[null]", value)), rarely() ? "" : "}");
    }

    private String form(int fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields; i++) {
            form.append(i == 0 ? "" : "&").append(one(FIELDS)).append(rarely() ? "" : "=").append(one(TEXTS).replaceAll("[\\s\\p{Cntrl}]", ""));
        }
        return form.toString();
    }

    private byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The beginning, for a message. */
    static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(1500, text.length()));
    }
}
