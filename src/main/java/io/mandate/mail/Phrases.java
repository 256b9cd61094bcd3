package io.mandate.mail;

import io.mandate.catalog.Languages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The mails' words in one language. */
final class Phrases {

    private static final ResourceBundleMessageSource MESSAGES = messages();

    private final Locale locale;

    Phrases(Locale language) {
        this.locale = Languages.nearest(language);
    }

    Locale locale() {
        return locale;
    }

    /** The phrase with its values, each kept to one line. */
    String of(String key, Object... values) {
        Object[] lines = Arrays.stream(values)
                .map(value -> value instanceof String text ? PlainText.line(text) : value)
                .toArray();
        return MESSAGES.getMessage("mail." + key, lines, locale);
    }

    /** An instant to the minute with its time zone. */
    String instant(Instant instant) {
        return DateTimeFormatter.ofPattern(of("instant"), locale).format(instant.atZone(ZoneOffset.UTC));
    }

    List<String> asked(List<AskedService> services) {
        return services.stream()
                .map(service -> of("service.asked" + (service.extending() ? ".extending" : ""), service.service(),
                        roles(service.roles()), service.days()))
                .toList();
    }

    List<String> askedAgain(List<AskedAgain> services) {
        return services.stream()
                .map(one -> of("service.asked.again",
                        asked(List.of(one.asked())).get(0), one.before().map(this::before).orElseGet(() -> of("before.NEVER"))))
                .toList();
    }

    private String before(AskedAgain.Before before) {
        return of("before." + before.end(), roles(before.roles()), instant(before.until()));
    }

    List<String> granted(List<GrantedService> services) {
        return services.stream()
                .map(service -> of("service.granted" + (service.extending() ? ".extending" : ""), service.service(),
                        roles(service.roles()), instant(service.until())))
                .toList();
    }

    List<String> removed(List<RemovedService> services) {
        return services.stream()
                .map(service -> of("removed.service", service.service(),
                        of("removed.check." + service.check(), roles(service.left()))))
                .toList();
    }

    /** The end of a term before and after it changed. */
    List<String> term(Instant before, Instant after) {
        return List.of(of("term.after", instant(after)), of("term.before", instant(before)));
    }

    String footer() {
        return of("footer");
    }

    String footer(PartnerContact partner) {
        return of("footer.behalf", partner.employer(), partner.person());
    }

    /** Who asks: the partner, or its provider on behalf of it. */
    String asking(PartnerContact partner) {
        return partner.provider().map(provider -> of("behalf", provider, partner.organisation())).orElse(partner.organisation());
    }

    /** That the provider only asks; nothing where it does not. */
    Block behalf(PartnerContact partner) {
        return Block.paragraph(partner.provider()
                .map(provider -> of("behalf.what", provider, partner.organisation())).stream().toList());
    }

    private static String roles(List<String> roles) {
        return String.join(", ", roles);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/mail");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
