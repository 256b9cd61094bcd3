package io.mandate.identity.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which claim names the organisation, and which of its values stand for whom; any other value stands for nobody.
 *
 * @param claim its name, or a path such as {@code realm_access.roles}; empty where the provider serves one organisation
 * @param partners partners' ids, by the value
 * @param customers customers' domains, by the value
 * @param house values that stand for whoever runs Mandate
 */
public record OrganisationClaim(
        @DefaultValue("") String claim,
        @DefaultValue Map<String, String> partners,
        @DefaultValue Map<String, String> customers,
        @DefaultValue List<String> house) {

    /** All organisations that a value can stand for. */
    Stream<VouchedOrganisation> all() {
        return Stream.of(
                        partners.values().stream().map(VouchedOrganisation::partner),
                        customers.values().stream().map(VouchedOrganisation::customer),
                        house.stream().map(value -> VouchedOrganisation.HOUSE))
                .flatMap(one -> one);
    }

    /** The organisation for which a value stands; none for any other value. */
    Stream<VouchedOrganisation> of(String value) {
        return Stream.of(
                        Stream.ofNullable(partners.get(value)).map(VouchedOrganisation::partner),
                        Stream.ofNullable(customers.get(value)).map(VouchedOrganisation::customer),
                        house.stream().filter(value::equals).map(one -> VouchedOrganisation.HOUSE))
                .flatMap(one -> one);
    }

    /** Every value that stands for an organisation. */
    Set<String> values() {
        return Stream.of(partners.keySet().stream(), customers.keySet().stream(), house.stream())
                .flatMap(one -> one)
                .collect(Collectors.toSet());
    }

    boolean isGiven() {
        return !claim.isBlank() || all().findAny().isPresent();
    }
}
