package io.mandate.relationship;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * How lists find the relationships that meet a search. Where a term is rare, or several narrow the search, they begin with
 * the words of the rarest; else they walk along their own order and soon have a page. Left to themselves, not all databases see that.
 *
 * @param rare which term to begin with; empty to walk
 * @param scope narrows the words that are looked at, as SQL; may be empty. (PostgreSQL reads all words of all partners without.)
 */
record SearchPlan(List<String> terms, Optional<Integer> rare, String scope) {

    /** What the relationship, as {@code r}, is read from. (H2 keeps to the order of a left join, and to no other.) */
    String from() {
        return rare.isEmpty() ? "relationship r" : """
                (select distinct w.relationship_id from search_word w where %s %s) hit
                left join relationship r on r.id = hit.relationship_id
                """.formatted(begins(rare.get()), scope);
    }

    /** What else has to be true of {@code r}; begins with "and", or is empty. */
    String condition() {
        return IntStream.range(0, terms.size())
                .filter(term -> rare.isEmpty() || rare.get() != term)
                .mapToObj(term -> " and exists (select 1 from search_word w where w.relationship_id = r.id and %s %s)"
                        .formatted(begins(term), scope))
                .collect(Collectors.joining());
    }

    /** That the word {@code w} begins with a term. */
    static String begins(int term) {
        return "w.word >= :from%d and w.word < :to%d".formatted(term, term);
    }

    StatementSpec bind(StatementSpec statement) {
        return bind(statement, terms);
    }

    /** Gives the parameters of {@link #begins} their values. */
    static StatementSpec bind(StatementSpec statement, List<String> terms) {
        for (int term = 0; term < terms.size(); term++) {
            byte[] from = SearchWords.bytes(terms.get(term));
            byte[] to = from.clone();
            to[to.length - 1]++; // cannot overflow: UTF-8 has no byte 255
            statement.param("from" + term, from).param("to" + term, to);
        }
        return statement;
    }
}
