package io.mandate.mail;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Text for headers and for plain text readers. */
final class PlainText {

    /** Control characters, line and paragraph separators, and what reverses the direction of reading. */
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private PlainText() {}

    /** One line: nothing in it can begin another line or another header. */
    static String line(String typed) {
        return NOT_IN_A_LINE.matcher(typed).replaceAll(" ").strip();
    }

    /** Lines separated by {@code \n}, without other control characters than tabs. */
    static String body(String typed) {
        return CONTROL.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
    }

    /** The line broken at blanks so that it fits the width; a longer word, such as a link, stays whole. */
    static String wrap(String line, int width, String indent) {
        if (line.codePointCount(0, line.length()) <= width) {
            return line;
        }
        StringJoiner lines = new StringJoiner("\n");
        StringBuilder current = new StringBuilder();
        boolean first = true;
        for (String word : line.split(" ")) {
            if (!first && current.length() + 1 + word.length() > width) {
                lines.add(current);
                current = new StringBuilder(indent);
            } else if (!first) {
                current.append(' ');
            }
            current.append(word);
            first = false;
        }
        return lines.add(current).toString();
    }
}
