package io.mandate.relationship;

import java.util.Arrays;
import java.util.List;

/**
 * What a person typed into a search field: every term has to be the beginning of one of the relationship's words, in
 * any capitalisation and with or without accents. No character in it has a meaning of its own.
 */
public record SearchTerms(List<String> terms) {

    public static final SearchTerms NONE = new SearchTerms(List.of());

    /** No person types more; each costs a look at the index. */
    private static final int MOST = 6;

    public SearchTerms {
        terms = List.copyOf(terms);
    }

    /** The terms of a typed text; those after the sixth are left out. */
    public static SearchTerms of(String typed) {
        return new SearchTerms(Arrays.stream(SearchWords.folded(typed).split("[\\s\\p{Z}\\p{Cc}]+"))
                .map(SearchTerms::bare).filter(term -> !term.isEmpty()).distinct().limit(MOST).toList());
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The quotes and brackets around an address copied from a mail program are not part of it. */
    private static String bare(String term) {
        String inner = term.replaceAll("^[\"'<>(),;]+|[\"'<>(),;]+$", "");
        return SearchWords.cut(inner.isEmpty() ? term : inner);
    }
}
