package io.mandate.request.web;

import io.mandate.acceptance.ServiceFields;
import io.mandate.catalog.Catalog;
import io.mandate.catalog.Cloud;
import io.mandate.catalog.Languages;
import io.mandate.catalog.Service;
import io.mandate.relationship.Partner;
import io.mandate.relationship.Partners;
import io.mandate.request.web.Choices.RoleChoice;
import io.mandate.request.web.Choices.ServiceChoice;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Finds out what a partner can choose. */
@Component
public class ChoicesOfPartner {

    /** More than these would hide the clouds behind a list of countries. */
    private static final int COUNTRIES_NAMED = 6;

    private final Catalog catalog;
    private final Partners partners;
    private final MessageSource messages;

    ChoicesOfPartner(Catalog catalog, Partners partners, MessageSource messages) {
        this.catalog = catalog;
        this.partners = partners;
        this.messages = messages;
    }

    /** Everything that this partner can ask for, wherever it is active. */
    public Choices of(String partnerId, Locale locale) {
        Partner partner = partners.get(partnerId);
        List<Cloud> clouds = catalog.clouds().stream().filter(cloud -> !active(partner, cloud).isEmpty()).toList();
        Map<String, String> markets = new LinkedHashMap<>();
        clouds.forEach(cloud -> markets.put(cloud.id(), markets(active(partner, cloud), locale)));
        return new Choices(
                names(clouds, locale), markets, countries(clouds.stream().flatMap(cloud -> active(partner, cloud).stream()), locale),
                languages(), services(clouds, locale), withPermissionOnly(clouds, locale));
    }

    /** What can be asked for in one cloud. */
    public Choices in(Cloud cloud, Locale locale) {
        List<Cloud> one = List.of(cloud);
        List<ServiceChoice> offered = catalog.services(cloud.id()).stream().map(service -> service(service, one, locale)).toList();
        return new Choices(names(one, locale), Map.of(), Map.of(), languages(), offered, withPermissionOnly(one, locale));
    }

    /** A country's name in the language of the page. */
    static String country(String code, Locale locale) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    private static List<String> active(Partner partner, Cloud cloud) {
        return partner.markets().stream()
                .filter(market -> market.cloud().equals(cloud.id()) && cloud.serves(market.country()))
                .map(Partner.Market::country).toList();
    }

    private String markets(List<String> countries, Locale locale) {
        return countries.size() > COUNTRIES_NAMED
                ? messages.getMessage("invitation.markets.many", new Object[] {countries.size()}, locale)
                : String.join(", ", countries(countries.stream(), locale).values());
    }

    private static Map<String, String> names(List<Cloud> clouds, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        clouds.forEach(cloud -> names.put(cloud.id(), cloud.name().in(locale)));
        return names;
    }

    private static Map<String, String> countries(Stream<String> codes, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.distinct()
                .sorted(Comparator.comparing(code -> country(code, locale), Collator.getInstance(locale)))
                .forEach(code -> names.put(code, country(code, locale)));
        return names;
    }

    /** Each in its own words. */
    private static Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        Languages.ALL.forEach(language ->
                names.put(language.getLanguage(), StringUtils.capitalize(language.getDisplayLanguage(language))));
        return names;
    }

    private List<ServiceChoice> services(List<Cloud> clouds, Locale locale) {
        return catalog.services().stream()
                .filter(service -> clouds.stream().anyMatch(cloud -> service.offeredIn(cloud.id())))
                .map(service -> service(service, clouds, locale))
                .toList();
    }

    private static ServiceChoice service(Service service, List<Cloud> clouds, Locale locale) {
        return new ServiceChoice(
                ServiceFields.roles(service), ServiceFields.days(service), ServiceFields.extending(service), service.name().in(locale),
                service.description().in(locale),
                service.roles().stream()
                        .map(role -> new RoleChoice(
                                ServiceFields.role(service, role), role.name().in(locale), role.description().in(locale)))
                        .toList(),
                clouds.stream().filter(cloud -> !service.offeredIn(cloud.id())).map(cloud -> cloud.name().in(locale)).toList());
    }

    private static List<String> withPermissionOnly(List<Cloud> clouds, Locale locale) {
        return clouds.stream().filter(cloud -> !cloud.withoutPermission())
                .map(cloud -> cloud.name().in(locale)).collect(Collectors.toList());
    }
}
