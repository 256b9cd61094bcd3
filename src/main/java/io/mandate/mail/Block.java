package io.mandate.mail;

import java.util.List;
import java.util.regex.Pattern;

/** A piece of a letter, shown in its own way by the text and by the HTML part. */
record Block(Type type, List<String> lines) {

    private static final Pattern WEB_LINK = Pattern.compile("https?://[^\\s<>\"]+");

    enum Type {
        PARAGRAPH,
        ITEMS,
        QUOTE,
        LINK,
        CODE
    }

    static Block paragraph(String line) {
        return new Block(Type.PARAGRAPH, List.of(line));
    }

    static Block paragraph(List<String> lines) {
        return new Block(Type.PARAGRAPH, lines);
    }

    static Block items(List<String> items) {
        return new Block(Type.ITEMS, items);
    }

    /** What a person typed, its lines kept. */
    static Block quote(String text) {
        return new Block(Type.QUOTE, PlainText.body(text).strip().lines().toList());
    }

    static Block code(String code) {
        return new Block(Type.CODE, List.of(code));
    }

    /** A web address alone on its line. The exception does not repeat it, since a link is a secret. */
    static Block link(String url) {
        if (!WEB_LINK.matcher(url).matches()) {
            throw new IllegalArgumentException("A mail's link must be an http or https address without blanks");
        }
        return new Block(Type.LINK, List.of(url));
    }
}
