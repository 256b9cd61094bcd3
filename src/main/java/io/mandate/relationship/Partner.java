package io.mandate.relationship;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation that resells and administers services.
 *
 * @param since since when it is a partner
 * @param markets where it may act
 * @param provider the indirect provider through which it works and which may ask on its behalf; one has no provider itself
 */
public record Partner(String id, String name, LocalDate since, Set<Market> markets, Optional<String> provider) {

    /** A partner that works through nobody. */
    public Partner(String id, String name, LocalDate since, Set<Market> markets) {
        this(id, name, since, markets, Optional.empty());
    }

    /** A country (ISO 3166-1 alpha-2 code) in a cloud. */
    public record Market(String cloud, String country) {}

    /** Whether the partner may ask customers of this country in this cloud. */
    public boolean isActiveIn(String cloud, String country) {
        return markets.contains(new Market(cloud, country));
    }
}
