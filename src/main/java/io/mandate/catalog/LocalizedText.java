package io.mandate.catalog;

import java.util.Locale;

/** One text in every language of Mandate. */
public record LocalizedText(String en, String es, String de) {

    /** The text in that language, in English where it is none of ours. */
    public String in(Locale locale) {
        return switch (Languages.nearest(locale).getLanguage()) {
            case "es" -> es;
            case "de" -> de;
            default -> en;
        };
    }
}
