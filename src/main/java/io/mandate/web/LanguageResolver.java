package io.mandate.web;

import io.mandate.catalog.Languages;
import io.mandate.edge.web.GuardedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of a page: the one chosen (kept in a cookie), else the one that suits the page, else the first of the
 * browser's that Mandate speaks, else English.
 */
class LanguageResolver extends CookieLocaleResolver {

    LanguageResolver(boolean secure) {
        super(GuardedCookies.name("language", secure));
        setCookieSecure(secure);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(LanguageResolver::preferred);
    }

    @Override
    protected Locale parseLocaleValue(String cookie) {
        return Languages.ALL.stream()
                .filter(language -> language.toLanguageTag().equals(cookie))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void setLocaleContext(HttpServletRequest request, HttpServletResponse response, LocaleContext chosen) {
        var locale = chosen == null ? null : chosen.getLocale();
        PageLanguage.chosen(request);
        super.setLocaleContext(
                request, response, locale == null ? null : new SimpleLocaleContext(Languages.nearest(locale)));
    }

    private static Locale preferred(HttpServletRequest request) {
        return PageLanguage.suggested(request).orElseGet(() -> ofBrowser(request));
    }

    private static Locale ofBrowser(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(asked -> Languages.nearest(asked).getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .map(Languages::nearest)
                .orElse(Languages.ALL.get(0));
    }
}
