package io.mandate.evidence;

import io.mandate.relationship.Partners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes the acts of one transaction at the ends of their chains. */
@Component
class ChainWriter {

    private final NamedParameterJdbcTemplate jdbc;
    private final Heads heads;
    private final Partners partners;

    ChainWriter(NamedParameterJdbcTemplate jdbc, Heads heads, Partners partners) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.partners = partners;
    }

    /** @param begun chains that began in this transaction, with their partners */
    void write(Map<UUID, Optional<String>> begun, List<Acted> acts) {
        Map<UUID, List<Acted>> byChain = new LinkedHashMap<>();
        acts.forEach(one -> byChain.computeIfAbsent(one.act().chain(), id -> new ArrayList<>()).add(one));
        if (byChain.isEmpty()) {
            return;
        }
        Map<UUID, Head> before = new HashMap<>(heads.lock(byChain.keySet().stream().filter(one -> !begun.containsKey(one)).toList()));
        begun.forEach((chain, partner) -> before.put(chain, Head.none(chain, partner)));
        List<SqlParameterSource> entries = new ArrayList<>();
        List<SqlParameterSource> words = new ArrayList<>();
        List<Head> after = new ArrayList<>();
        byChain.forEach((chain, own) -> {
            Head head = before.get(chain);
            for (Acted one : own) {
                Map<String, Part> parts = one.parts();
                Entry entry = head.next(one.content(parts, head.partner(), isProvider(head, one.by())));
                entries.add(row(entry));
                if (!parts.isEmpty()) {
                    words.add(row(entry, one.act().about(), Acted.stored(parts)));
                }
                head = head.at(entry);
            }
            after.add(head);
        });
        insert(entries, words);
        heads.save(after, begun.keySet());
    }

    private void insert(Collection<SqlParameterSource> entries, Collection<SqlParameterSource> words) {
        jdbc.batchUpdate("insert into evidence_entry (chain_id, seq, body, hash) values (:chain, :seq, :body, :hash)",
                entries.toArray(SqlParameterSource[]::new));
        if (!words.isEmpty()) {
            // Of a request that is erased nobody would erase them later.
            jdbc.batchUpdate("""
                    insert into evidence_words (chain_id, seq, about_id, parts)
                    select cast(:chain as uuid), cast(:seq as integer), cast(:about as uuid), cast(:parts as varchar)
                    where not exists (select 1 from request where id = :about and erased_at is not null)
                    """, words.toArray(SqlParameterSource[]::new));
        }
    }

    /** A provider acts for its partner, which knows it. */
    private boolean isProvider(Head head, Actor by) {
        return by.side() == Actor.Side.PARTNER && head.partner().isPresent() && !head.partner().equals(by.organisation())
                && partners.get(head.partner().get()).provider().equals(by.organisation());
    }

    private static SqlParameterSource row(Entry entry) {
        return new MapSqlParameterSource("chain", entry.chain()).addValue("seq", entry.seq())
                .addValue("body", entry.body()).addValue("hash", entry.hash());
    }

    private static SqlParameterSource row(Entry entry, UUID about, String parts) {
        return new MapSqlParameterSource("chain", entry.chain()).addValue("seq", entry.seq())
                .addValue("about", about).addValue("parts", parts);
    }
}
