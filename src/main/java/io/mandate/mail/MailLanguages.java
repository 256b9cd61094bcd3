package io.mandate.mail;

import java.util.List;
import java.util.Locale;

/** The languages in which mails are written. */
public final class MailLanguages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.GERMAN);

    private MailLanguages() {}

    /** English, Spanish, German. */
    public static List<Locale> all() {
        return SPOKEN;
    }

    /** The language in which a mail for this locale is written: English where the locale's own is not spoken. */
    public static Locale spoken(Locale locale) {
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
