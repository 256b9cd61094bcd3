package io.mandate.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills the record with many relationships of one partner, each with one request and its search words. */
final class ManyRelationships {

    private static final int BATCH = 2000;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<RelationshipStatus> STATUSES = List.of(RelationshipStatus.values());

    private final JdbcTemplate jdbc;

    ManyRelationships(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Relationships called "Coffee 1", "Coffee 2" and so on, each changed a second after the one before; every hundredth is a "Teahouse". */
    void of(String partner, int count) {
        for (int from = 0; from < count; from += BATCH) {
            add(partner, from, Math.min(count, from + BATCH));
        }
        jdbc.execute("analyze");
    }

    private void add(String partner, int from, int to) {
        List<Object[]> customers = new ArrayList<>();
        List<Object[]> relationships = new ArrayList<>();
        List<Object[]> requests = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            UUID customer = UUID.randomUUID();
            UUID relationship = UUID.randomUUID();
            UUID request = UUID.randomUUID();
            String name = (i % 100 == 0 ? "Teahouse " : "Coffee ") + i;
            String domain = "c" + i + "." + partner + ".example";
            RelationshipStatus status = STATUSES.get(i % STATUSES.size());
            Object at = Columns.at(FIRST.plusSeconds(i));
            customers.add(new Object[] {customer, domain});
            relationships.add(new Object[] {
                relationship, partner, customer, name, SearchWords.folded(name), status.name(), request, at});
            requests.add(new Object[] {request, relationship, name, "ida@" + domain, at, at});
            Set<String> all = new LinkedHashSet<>();
            Stream.of(name, domain, "ida@" + domain).forEach(text -> all.addAll(SearchWords.words(text)));
            all.forEach(word -> words.add(new Object[] {relationship, partner, SearchWords.bytes(word)}));
        }
        jdbc.batchUpdate("insert into customer (id, cloud, identity, country) values (?, 'global', ?, 'US')", customers);
        jdbc.batchUpdate("""
                insert into relationship (id, partner_id, customer_id, organisation, sort_name, status, last_request_id, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, relationships);
        jdbc.batchUpdate("""
                insert into request (id, relationship_id, kind, status, name, organisation, address, language, country, asked,
                    approved, without_permission, subject, text, requester, requester_name, requester_language, link_number,
                    reminders_stopped, reason, opened_at, changed_at)
                values (?, ?, 'INVITATION', 'WAITING', '', ?, ?, 'en', 'US', '[]', '[]', false, '', '', 'paula@contoso.example',
                    'Paula', 'en', 1, false, '', ?, ?)
                """, requests);
        jdbc.batchUpdate("insert into search_word (relationship_id, partner_id, word) values (?, ?, ?)", words);
    }
}
