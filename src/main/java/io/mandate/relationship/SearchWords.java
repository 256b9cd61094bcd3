package io.mandate.relationship;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words by which a relationship is found: those of the organisation's name, the customer's identity and the
 * invited addresses. A search term matches the beginning of a word, so that an index answers it.
 */
@Repository
class SearchWords {

    private static final int LONGEST = 80;
    /** A term with this many words, or more, is no good beginning. */
    private static final int FREQUENT = 2000;

    private final JdbcClient jdbc;

    SearchWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the words that this naming of the customer brings; those of earlier ones stay. */
    void add(Relationship relationship, String organisation, EmailAddress address) {
        CustomerIdentity identity = relationship.customer().identity();
        add(relationship, Stream.of(organisation, identity.value(), identity.readable(), address.value()));
    }

    /** Replaces all words by those of the relationship as it is, and of these requests. */
    void replace(Relationship relationship, List<Request> requests) {
        jdbc.sql("delete from search_word where relationship_id = :id").param("id", relationship.id()).update();
        CustomerIdentity identity = relationship.customer().identity();
        Stream<String> names = identity.isErased()
                ? Stream.of(relationship.organisation())
                : Stream.of(relationship.organisation(), identity.value(), identity.readable());
        add(relationship, Stream.concat(names,
                requests.stream().flatMap(one -> Stream.of(one.organisation(), one.address().value()))));
    }

    private void add(Relationship relationship, Stream<String> texts) {
        Set<String> words = texts.flatMap(text -> words(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Object> values = words.stream()
                .<Object>flatMap(word -> Stream.of(relationship.id(), relationship.partnerId(), bytes(word)))
                .toList();
        jdbc.sql("insert into search_word (relationship_id, partner_id, word) values "
                        + String.join(", ", words.stream().map(word -> "(?, ?, ?)").toList())
                        + " on conflict do nothing")
                .params(values).update();
    }

    /**
     * How to find what meets the search, by a look at how frequent each term is.
     *
     * @param scope narrows the words, as SQL that begins with "and" and may use these parameters; or empty
     */
    SearchPlan plan(SearchTerms search, String scope, Map<String, ?> parameters) {
        List<String> terms = search.terms();
        if (terms.isEmpty()) {
            return new SearchPlan(terms, Optional.empty(), scope);
        }
        String frequencies = IntStream.range(0, terms.size())
                .mapToObj(term -> """
                        select %d as term, (select count(*) from (
                            select 1 as one from search_word w where %s %s limit %d) counted) as words
                        """.formatted(term, SearchPlan.begins(term), scope, FREQUENT))
                .collect(Collectors.joining(" union all "));
        Optional<Integer> rarest = SearchPlan.bind(jdbc.sql("select term from (" + frequencies + ") frequency where words < "
                        + FREQUENT + " order by words, term limit 1"), terms)
                .params(parameters).query(Integer.class).optional();
        return new SearchPlan(terms, rarest, scope);
    }

    /** The words of a text: what stands between spaces, and the letters and digits in each of those. */
    static Set<String> words(String text) {
        return Stream.of("[\\s\\p{Z}]+", "[^\\p{L}\\p{N}]+")
                .flatMap(gap -> Arrays.stream(folded(text).split(gap)))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST));
    }

    /** A text without the differences that a search overlooks: capitals, accents, ligatures and widths. */
    static String folded(String text) {
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    /** A word as it is stored: in bytes, so that those with the same beginning are neighbours whatever a database's collation. */
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
