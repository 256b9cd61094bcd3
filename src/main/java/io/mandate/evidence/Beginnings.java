package io.mandate.evidence;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins chains of what was recorded before there were any. The first entry says what was held then; it proves that the record
 * said so, no more. Chains begin so when something is done, or when the next checkpoint is due, whichever comes first.
 */
@Component
class Beginnings {

    static final String KIND = "BEGUN_FROM_EARLIER_RECORDS";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    Beginnings(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Relationships and customers without a chain. */
    List<UUID> missing(int most) {
        return jdbc.sql("""
                        select id from relationship r where not exists (select 1 from evidence_head where chain_id = r.id)
                        union all
                        select id from customer c where not exists (select 1 from evidence_head where chain_id = c.id)
                        limit :most
                        """)
                .param("most", most).query(UUID.class).list();
    }

    /** Begins these chains; one that somebody else has just begun stays as it is. */
    void of(Collection<UUID> chains) {
        Map<UUID, Optional<String>> partners = partners(chains);
        Map<UUID, List<Map<String, Object>>> held = held(chains);
        Instant now = clock.instant();
        List<Head> ends = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        chains.stream().sorted(Comparator.comparing(UUID::toString)).forEach(chain -> {
            Head none = Head.none(chain, partners.getOrDefault(chain, Optional.empty()));
            Entry first = none.next(content(chain, held.getOrDefault(chain, List.of()), now));
            entries.add(first);
            ends.add(none.at(first));
        });
        insert(ends, entries);
    }

    private static Map<String, Object> content(UUID chain, List<Map<String, Object>> held, Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", KIND);
        content.put("at", Entry.moment(now));
        content.put("about", chain.toString());
        content.put("by", Actor.CLOCK.asSeenBy(Optional.empty(), false));
        content.put("facts", Map.of("held", held));
        return content;
    }

    /** Where somebody else has just begun a chain, its end is another, and no entry is added. */
    private void insert(List<Head> ends, List<Entry> entries) {
        batches.batchUpdate("""
                insert into evidence_head (chain_id, partner, seq, hash, uncovered) values (:chain, :partner, :seq, :hash, true)
                on conflict do nothing
                """, ends.stream().map(one -> new MapSqlParameterSource("chain", one.chain()).addValue("partner", one.partner().orElse(null))
                        .addValue("seq", one.seq()).addValue("hash", one.hash())).toArray(SqlParameterSource[]::new));
        batches.batchUpdate("""
                insert into evidence_entry (chain_id, seq, body, hash)
                select chain_id, seq, cast(:body as varchar), hash from evidence_head
                where chain_id = :chain and seq = 1 and hash = :hash
                on conflict do nothing
                """, entries.stream().map(one -> new MapSqlParameterSource("chain", one.chain())
                        .addValue("body", one.body()).addValue("hash", one.hash())).toArray(SqlParameterSource[]::new));
    }

    private Map<UUID, Optional<String>> partners(Collection<UUID> chains) {
        Map<UUID, Optional<String>> found = new LinkedHashMap<>();
        jdbc.sql("select id, partner_id from relationship where id in (:chains)").param("chains", List.copyOf(chains)).query(row -> {
            found.put(Columns.uuid(row, "id"), Optional.of(row.getString("partner_id")));
        });
        return found;
    }

    private Map<UUID, List<Map<String, Object>>> held(Collection<UUID> chains) {
        Map<UUID, List<Map<String, Object>>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select relationship_id, service, roles, granted_at, ends_at from permission
                        where holder is not null and relationship_id in (:chains) order by service
                        """).param("chains", List.copyOf(chains)).query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, "relationship_id"), id -> new ArrayList<>()).add(Map.of(
                            "service", row.getString("service"), "roles", List.of(row.getString("roles").split(",")),
                            "since", Entry.moment(Columns.instant(row, "granted_at")),
                            "until", Entry.moment(Columns.instant(row, "ends_at"))));
                });
        return found;
    }
}
