package io.mandate.relationship;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    /** A term with this many words, or more, is no good beginning, */
    private static final int FREQUENT = 2_000;
    /** unless another one has fewer than this many, too: what both have in common may be rare, and walking comes late to what is. */
    private static final int VERY_FREQUENT = 20_000;

    private final JdbcClient jdbc;

    SearchWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the words that this naming of the customer brings; those of earlier ones stay. */
    void add(Relationship relationship, String organisation, EmailAddress address) {
        CustomerIdentity identity = relationship.customer().identity();
        add(relationship, Stream.of(organisation, identity.value(), identity.readable(), address.value()));
    }

    /** Replaces all words of these relationships by those of what they have by now. */
    void renew(Collection<UUID> relationships) {
        if (relationships.isEmpty()) {
            return;
        }
        jdbc.sql("delete from search_word where relationship_id in (:ids)").param("ids", relationships).update();
        Map<UUID, String> partners = new HashMap<>();
        Map<UUID, Set<String>> words = new HashMap<>();
        jdbc.sql("""
                        select r.id, r.partner_id, r.organisation, c.identity, q.organisation as called, q.address
                        from relationship r join customer c on c.id = r.customer_id
                            left join request q on q.relationship_id = r.id and q.erased_at is null
                        where r.id in (:ids)
                        """)
                .param("ids", relationships).query(row -> {
                    UUID id = Columns.uuid(row, "id");
                    partners.put(id, row.getString("partner_id"));
                    CustomerIdentity identity = new CustomerIdentity(row.getString("identity"));
                    Stream<String> names = identity.isErased() ? Stream.empty() : Stream.of(identity.value(), identity.readable());
                    words.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(words(Stream.concat(names, Stream.of(
                                    row.getString("organisation"), row.getString("called"), row.getString("address"))
                            .filter(Objects::nonNull))));
                });
        add(words.keySet().stream().<Object>flatMap(id -> words.get(id).stream()
                .flatMap(word -> Stream.of(id, partners.get(id), bytes(word)))).toList());
    }

    private void add(Relationship relationship, Stream<String> texts) {
        add(words(texts).stream()
                .<Object>flatMap(word -> Stream.of(relationship.id(), relationship.partnerId(), bytes(word)))
                .toList());
    }

    private void add(List<Object> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("insert into search_word (relationship_id, partner_id, word) values "
                        + String.join(", ", Collections.nCopies(rows.size() / 3, "(?, ?, ?)"))
                        + " on conflict do nothing")
                .params(rows).update();
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.flatMap(text -> words(text).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * How to find what meets the search, by a look at how frequent each term is.
     *
     * @param scope narrows the words, as SQL that begins with "and" and may use these parameters; or empty
     * @param once whether the list is read in one go, and not once for each status
     */
    SearchPlan plan(SearchTerms search, String scope, Map<String, ?> parameters, boolean once) {
        List<String> terms = search.terms();
        if (terms.isEmpty()) {
            return new SearchPlan(terms, Optional.empty(), scope);
        }
        int most = once && terms.size() > 1 ? VERY_FREQUENT : FREQUENT;
        String frequencies = IntStream.range(0, terms.size())
                .mapToObj(term -> """
                        select %d as term, (select count(*) from (
                            select 1 as one from search_word w where %s %s limit %d) counted) as words
                        """.formatted(term, SearchPlan.begins(term), scope, most))
                .collect(Collectors.joining(" union all "));
        List<Frequency> rarestFirst = SearchPlan.bind(
                        jdbc.sql("select term, words from (" + frequencies + ") frequency order by words, term"), terms)
                .params(parameters).query((row, number) -> new Frequency(row.getInt("term"), row.getInt("words"))).list();
        return new SearchPlan(terms, beginning(rarestFirst, most), scope);
    }

    private record Frequency(int term, int words) {}

    private static Optional<Integer> beginning(List<Frequency> rarestFirst, int most) {
        Frequency rarest = rarestFirst.get(0);
        boolean good = rarest.words() < FREQUENT || rarestFirst.size() > 1 && rarestFirst.get(1).words() < most;
        return good ? Optional.of(rarest.term()) : Optional.empty();
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
