package io.mandate.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the separately run clouds.
 *
 * @param withoutPermission whether a relationship may be asked for without any permission
 * @param agreement the version of the agreement that its customers accept now
 * @param markets the countries it serves as ISO 3166 codes, or the one word "any"
 */
public record Cloud(String id, LocalizedText name, boolean withoutPermission, String agreement, Set<String> markets) {

    static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final String ANY = "any";

    public Cloud {
        markets = markets == null ? Set.of() : Set.copyOf(markets);
    }

    /** Whether customers in that country (ISO 3166, two capital letters) are served. */
    public boolean serves(String country) {
        return COUNTRIES.contains(country) && (servesAny() || markets.contains(country));
    }

    /** The ISO 3166 codes of all countries served, in alphabetical order. */
    public List<String> countries() {
        return (servesAny() ? COUNTRIES : markets).stream().sorted().toList();
    }

    boolean servesAny() {
        return markets.equals(Set.of(ANY));
    }
}
