package io.mandate.evidence;

import io.mandate.relationship.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    Beginnings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        chains.stream().sorted().forEach(chain -> begin(chain, partners.getOrDefault(chain, Optional.empty()),
                Map.of("held", held.getOrDefault(chain, List.of())), now));
    }

    private void begin(UUID chain, Optional<String> partner, Map<String, Object> facts, Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", KIND);
        content.put("at", Entry.moment(now));
        content.put("about", chain.toString());
        content.put("by", Actor.CLOCK.asSeenBy(Optional.empty(), false));
        content.put("facts", facts);
        Entry first = Head.none(chain, partner).next(content);
        int begun = jdbc.sql("""
                        insert into evidence_head (chain_id, partner, seq, hash, uncovered) values (:chain, :partner, 1, :hash, true)
                        on conflict do nothing
                        """)
                .param("chain", chain).param("partner", partner.orElse(null)).param("hash", first.hash()).update();
        if (begun == 1) {
            jdbc.sql("insert into evidence_entry (chain_id, seq, body, hash) values (:chain, 1, :body, :hash)")
                    .param("chain", chain).param("body", first.body()).param("hash", first.hash()).update();
        }
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
