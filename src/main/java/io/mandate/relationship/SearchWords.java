package io.mandate.relationship;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words by which a relationship is found: those of the organisation's name, the customer's identity and the
 * invited addresses. A search term matches the beginning of a word, so that an index answers it.
 */
@Repository
class SearchWords {

    static final int LONGEST = 80;

    private final JdbcClient jdbc;

    SearchWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the words that this naming of the customer brings; those of earlier ones stay. */
    void add(Relationship relationship, String organisation, EmailAddress address) {
        Set<String> words = Stream.of(organisation, relationship.customer().identity().value(), address.value())
                .flatMap(text -> Stream.concat(Stream.of(cut(text)), words(text).stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Object> values = words.stream()
                .<Object>flatMap(word -> Stream.of(relationship.id(), relationship.partnerId(), word))
                .toList();
        jdbc.sql("insert into search_word (relationship_id, partner_id, word) values "
                        + String.join(", ", words.stream().map(word -> "(?, ?, ?)").toList())
                        + " on conflict do nothing")
                .params(values).update();
    }

    /** The words of a text, in lower case: what a search for it has to find. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty()).map(SearchWords::cut).distinct().toList();
    }

    private static String cut(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }
}
