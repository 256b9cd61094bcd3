package io.mandate.catalog;

import java.util.List;
import java.util.Locale;

/** The languages in which Mandate speaks to people; the first is used where a person's own is not among them. */
public final class Languages {

    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.GERMAN);

    private Languages() {}

    /** The language nearest to what was asked for: "de-AT" gives German, an unknown one English. */
    public static Locale nearest(Locale asked) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(ALL.get(0));
    }
}
