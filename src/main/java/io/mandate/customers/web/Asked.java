package io.mandate.customers.web;

import io.mandate.relationship.RelationshipList.Sort;
import io.mandate.relationship.RelationshipList;
import io.mandate.relationship.RelationshipStatus;
import io.mandate.relationship.SearchTerms;
import io.mandate.web.PageLinks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the address of the list asks for; whatever it has that the list does not know counts as left out.
 *
 * @param q the search as it was typed
 * @param sort such as "organisation", or "-organisation" for the other way round
 */
record Asked(String q, Optional<RelationshipStatus> status, String sort, int page) {

    /** All that one can sort by; the first is used where nothing else is asked for: what changed last comes first. */
    static final List<String> SORTS =
            List.of("-changed", "changed", "organisation", "-organisation", "status", "-status");

    static Asked of(String q, String status, String sort, String page) {
        return new Asked(
                q.strip(),
                Arrays.stream(RelationshipStatus.values()).filter(known -> known.name().equals(status)).findFirst(),
                SORTS.contains(sort) ? sort : SORTS.get(0),
                PageLinks.number(page));
    }

    RelationshipList.Query query(String partner) {
        return new RelationshipList.Query(partner, SearchTerms.of(q), status,
                Sort.valueOf(bare(sort).toUpperCase(Locale.ROOT)), isDescending(), page);
    }

    boolean isDescending() {
        return sort.startsWith("-");
    }

    boolean isSortedBy(Sort by) {
        return bare(sort).equals(name(by));
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !q.isEmpty() || status.isPresent();
    }

    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static String bare(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }
}
