package io.mandate.relationship;

import java.time.LocalDate;
import java.util.Set;

/**
 * An organisation that resells and administers services.
 *
 * @param since since when it is a partner
 * @param markets where it may act
 */
public record Partner(String id, String name, LocalDate since, Set<Market> markets) {

    /** A country (ISO 3166-1 alpha-2 code) in a cloud. */
    public record Market(String cloud, String country) {}

    /** Whether the partner may ask customers of this country in this cloud. */
    public boolean isActiveIn(String cloud, String country) {
        return markets.contains(new Market(cloud, country));
    }
}
