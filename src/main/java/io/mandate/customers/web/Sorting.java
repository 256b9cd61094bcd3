package io.mandate.customers.web;

import io.mandate.relationship.RelationshipList.Sort;
import io.mandate.web.QueryLinks;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The head of a column by which the list can be sorted.
 *
 * @param href sorts by it, and the other way round where the list is sorted by it already
 * @param state for aria-sort: "ascending", "descending", or null where it is sorted by another column
 */
record Sorting(String href, String state) {

    /** By the names of the sortings. */
    static Map<String, Sorting> of(Asked asked) {
        return Arrays.stream(Sort.values()).collect(Collectors.toMap(Asked::name, sort -> of(sort, asked)));
    }

    private static Sorting of(Sort sort, Asked asked) {
        boolean sorted = asked.isSortedBy(sort);
        boolean turn = sorted ? !asked.isDescending() : sort == Sort.CHANGED;
        return new Sorting(
                QueryLinks.of("q", asked.q(), "status", asked.status().map(Enum::name).orElse(""),
                        "sort", (turn ? "-" : "") + Asked.name(sort)),
                sorted ? (asked.isDescending() ? "descending" : "ascending") : null);
    }
}
