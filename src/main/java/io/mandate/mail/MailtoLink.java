package io.mandate.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A {@code mailto:} link that opens a mail in the person's own mail program (RFC 6068), short enough for the browsers and mail
 * programs that cut longer ones; {@code shortened} says that the fall-back stands in it instead of the full text.
 */
public record MailtoLink(String href, boolean shortened) {

    public static final int MAX_LENGTH = 1_900;

    /** RFC 3986 unreserved characters; all others are safe when encoded. */
    private static final String UNRESERVED = "-._~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

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
        int room = MAX_LENGTH - href(to, "", shortBody).length();
        if (room < 0) {
            throw new IllegalArgumentException("Address and short text exceed a mailto link of " + MAX_LENGTH + " characters");
        }
        return new MailtoLink(href(to, beginning(PlainText.line(subject), room), shortBody), true);
    }

    /** As many of its characters as fit the room once they are encoded. */
    private static String beginning(String line, int room) {
        int end = 0;
        int used = 0;
        while (end < line.length()) {
            int next = line.offsetByCodePoints(end, 1);
            used += encode(line.substring(end, next)).length();
            if (used > room) {
                return line.substring(0, end);
            }
            end = next;
        }
        return line;
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
                encoded.append('%').append(HEX.toHexDigits(octet));
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
