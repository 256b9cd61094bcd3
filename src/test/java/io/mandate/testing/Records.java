package io.mandate.testing;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that is recorded of one request, in words that do not tell two requests of the same course apart. */
public final class Records {

    /** Every table of the record that knows requests or relationships, and how it does. */
    private static final Map<String, String> TABLES = Map.of(
            "request", "id = :request",
            "relationship", "id = :relationship",
            "permission", "relationship_id = :relationship",
            "revocation", "relationship_id = :relationship",
            "term_change", "relationship_id = :relationship",
            "consent", "request_id = :request",
            "timeline", "request_id = :request",
            "request_name", "request_id = :request",
            "open_request", "request_id = :request",
            "mail", "request_id = :request");

    private static final Set<String> OWN = Set.of("id", "proof", "previous_request", "message_id");

    private final JdbcClient jdbc;

    public Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows per table, without ids, times and what differs by the kind of proof.
     *
     * @param domain the customer's, which is replaced by one that all have
     */
    public Map<String, List<String>> of(UUID request, String domain) {
        UUID relationship = jdbc.sql("select relationship_id from request where id = :id").param("id", request)
                .query(UUID.class).single();
        Map<String, List<String>> records = new TreeMap<>();
        TABLES.forEach((table, where) -> {
            var rows = jdbc.sql("select * from " + table + " where " + where).param("request", request)
                    .param("relationship", relationship).query().listOfRows();
            records.put(table, rows.stream().map(row -> words(row, domain))
                    .filter(row -> !row.contains("kind=CODE")).sorted().toList());
        });
        return records;
    }

    private static String words(Map<String, Object> row, String domain) {
        return row.entrySet().stream()
                .filter(value -> !OWN.contains(value.getKey().toLowerCase(Locale.ROOT)))
                .map(value -> value.getKey().toLowerCase(Locale.ROOT) + "=" + words(value.getValue(), domain))
                .collect(Collectors.joining(", "));
    }

    private static String words(Object value, String domain) {
        return value instanceof UUID ? "an id"
                : value instanceof OffsetDateTime || value instanceof Timestamp ? "a time"
                : String.valueOf(value).replace(domain, "customer.example");
    }
}
