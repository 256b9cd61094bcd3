package io.mandate.web;

import io.mandate.catalog.Languages;
import io.mandate.identity.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page shows; layouts call it as {@code @pageFrame}, so that no controller has to think of it. */
@Component("pageFrame")
public class PageFrame {

    static final String LANGUAGE_PARAMETER = "lang";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Who is signed in, or empty. */
    public Optional<SignedIn> getSignedIn() {
        return SignedIn.find();
    }

    /** Whether the page stands at that path of ours or below it. */
    public boolean under(String path) {
        var request = request();
        var present = request.getRequestURI().substring(request.getContextPath().length());
        return present.equals(path) || present.startsWith(path + "/");
    }

    /** The same page in each language; none where the page is the answer to a form or an error, which a link could not bring back. */
    public List<Language> getLanguages() {
        var request = request();
        if (!READING.contains(request.getMethod())
                || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return List.of();
        }
        return getEveryLanguage();
    }

    /** All languages, for a switch that a form brings along. */
    public List<Language> getEveryLanguage() {
        var request = request();
        var present = Languages.nearest(LocaleContextHolder.getLocale());
        return Languages.ALL.stream()
                .map(language -> new Language(
                        language.toLanguageTag(),
                        StringUtils.capitalize(language.getDisplayLanguage(language)),
                        QueryLinks.with(request, LANGUAGE_PARAMETER, language.toLanguageTag()),
                        language.equals(present)))
                .toList();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A language in its own words, and the address of the present page in it. */
    public record Language(String tag, String name, String href, boolean current) {}
}
