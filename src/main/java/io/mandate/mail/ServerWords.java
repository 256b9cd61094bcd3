package io.mandate.mail;

import java.util.regex.Pattern;

/** What another mail server said, made fit to be kept and shown: one line of plain text without links. */
public final class ServerWords {

    private static final int MAX_LENGTH = 300;
    /** Looking for links in more would take whoever reads a report longer than whoever wrote it. */
    private static final int MAX_READ = 2000;
    private static final Pattern LINK = Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://\\S*");

    private ServerWords() {}

    /** The words, cut where they are too long. A server may repeat the link in a mail that it objects to. */
    public static String of(String words) {
        String read = words.substring(0, Math.min(words.length(), MAX_READ));
        String line = PlainText.line(LINK.matcher(read).replaceAll("[link]"));
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
    }
}
