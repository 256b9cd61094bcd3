package io.mandate.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a draft where the customer's personal link will stand. */
public final class LinkPlaceholder {

    public static final String PLACEHOLDER = "{link}";

    /** With the blanks around it, and a punctuation mark behind it that readers would take for a part of the link. */
    private static final Pattern PLACE = Pattern.compile("\\s*" + Pattern.quote(PLACEHOLDER) + "(?:[.,;:!]+(?=\\s|$))?\\s*");

    private LinkPlaceholder() {}

    public static boolean isIn(String text) {
        return text.contains(PLACEHOLDER);
    }

    /** The text with the placeholder at its end, unless it has one. */
    public static String putBack(String text) {
        return isIn(text) ? text : (text.stripTrailing() + "\n\n" + PLACEHOLDER).stripLeading();
    }

    /**
     * The text with the link at every placeholder, alone on its line between blank lines.
     *
     * @throws IllegalArgumentException if the text has no placeholder
     */
    public static String fill(String text, String link) {
        if (!isIn(text)) {
            throw new IllegalArgumentException("The text has no " + PLACEHOLDER);
        }
        String alone = Matcher.quoteReplacement("\n\n" + link + "\n\n");
        return PLACE.matcher(PlainText.body(text)).replaceAll(alone).strip();
    }
}
