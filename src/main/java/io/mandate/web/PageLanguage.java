package io.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of the page being made. */
public final class PageLanguage {

    private static final String SUGGESTED = PageLanguage.class.getName() + ".suggested";
    private static final String CHOSEN = PageLanguage.class.getName() + ".chosen";

    private PageLanguage() {}

    /** The page is in this language, unless the person chose one now or before. */
    public static void suggest(HttpServletRequest request, Locale language) {
        request.setAttribute(SUGGESTED, language);
        if (request.getAttribute(CHOSEN) == null) {
            // Found out anew when next asked for.
            request.removeAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME);
        }
    }

    static Optional<Locale> suggested(HttpServletRequest request) {
        return Optional.ofNullable((Locale) request.getAttribute(SUGGESTED));
    }

    static void chosen(HttpServletRequest request) {
        request.setAttribute(CHOSEN, true);
    }
}
