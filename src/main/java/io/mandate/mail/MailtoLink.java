package io.mandate.mail;

import java.nio.charset.StandardCharsets;

/**
 * A {@code mailto:} link that opens a mail in the person's own mail program (RFC 6068), short enough for the browsers and mail
 * programs that cut longer ones; {@code shortened} says that the fall-back stands in it instead of the full text.
 */
public record MailtoLink(String href, boolean shortened) {

    public static final int MAX_LENGTH = 1_900;

    /** RFC 3986 unreserved characters; all others are safe when encoded. */
    private static final String UNRESERVED = "-._~";

    /**
     * The link with the body, else with the shorter one, else with that one and as much of the subject as fits.
     *
     * @throws IllegalArgumentException if not even the shorter body fits
     */
    public static MailtoLink of(String to, String subject, String body, String shortBody) {
        String full = href(to, subject, body);
        if (full.length() <= MAX_LENGTH) {
            return new MailtoLink(full, false);
        }
        int[] points = PlainText.line(subject).codePoints().toArray();
        for (int length = points.length; length >= 0; length--) {
            String brief = href(to, new String(points, 0, length), shortBody);
            if (brief.length() <= MAX_LENGTH) {
                return new MailtoLink(brief, true);
            }
        }
        throw new IllegalArgumentException("Address and short text exceed a mailto link of " + MAX_LENGTH + " characters");
    }

    private static String href(String to, String subject, String body) {
        return "mailto:" + encode(PlainText.line(to)).replace("%40", "@")
                + "?subject=" + encode(PlainText.line(subject))
                + "&body=" + encode(PlainText.body(body).replace("\n", "\r\n"));
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isUnreserved(character)) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || UNRESERVED.indexOf(character) >= 0;
    }
}
