package io.mandate.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The ends of all chains. Whoever appends to one holds its lock until the transaction is over. */
@Component
class Heads {

    private final NamedParameterJdbcTemplate jdbc;
    private final Beginnings beginnings;

    Heads(NamedParameterJdbcTemplate jdbc, Beginnings beginnings) {
        this.jdbc = jdbc;
        this.beginnings = beginnings;
    }

    /** The ends of these chains, locked in the order of their ids; one that has none yet begins with what was before. */
    Map<UUID, Head> lock(Collection<UUID> chains) {
        if (chains.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Head> found = select(chains);
        List<UUID> missing = chains.stream().filter(one -> !found.containsKey(one)).toList();
        if (missing.isEmpty()) {
            return found;
        }
        beginnings.of(missing);
        return select(chains);
    }

    private Map<UUID, Head> select(Collection<UUID> chains) {
        Map<UUID, Head> found = new HashMap<>();
        jdbc.query("select chain_id, partner, seq, hash from evidence_head where chain_id in (:chains) order by chain_id for update",
                new MapSqlParameterSource("chains", List.copyOf(chains)), row -> {
                    UUID chain = row.getObject("chain_id", UUID.class);
                    found.put(chain, new Head(chain, Optional.ofNullable(row.getString("partner")), row.getInt("seq"), row.getString("hash")));
                });
        return found;
    }

    /** @param begun those that are stored for the first time */
    void save(Collection<Head> heads, Set<UUID> begun) {
        batch("insert into evidence_head (chain_id, partner, seq, hash, uncovered) values (:chain, :partner, :seq, :hash, true)",
                heads.stream().filter(one -> begun.contains(one.chain())).toList());
        batch("update evidence_head set seq = :seq, hash = :hash, uncovered = true where chain_id = :chain",
                heads.stream().filter(one -> !begun.contains(one.chain())).toList());
    }

    private void batch(String statement, List<Head> heads) {
        if (!heads.isEmpty()) {
            jdbc.batchUpdate(statement, heads.stream().map(one -> new MapSqlParameterSource("chain", one.chain())
                    .addValue("partner", one.partner().orElse(null)).addValue("seq", one.seq()).addValue("hash", one.hash()))
                    .toArray(SqlParameterSource[]::new));
        }
    }
}
