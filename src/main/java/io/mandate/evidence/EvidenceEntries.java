package io.mandate.evidence;

import io.mandate.relationship.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries, to be read by the side that they concern. */
@Repository
public class EvidenceEntries {

    private static final String SELECT = """
            select e.chain_id, e.seq, e.body, e.hash, w.parts, c.shown
            from evidence_entry e left join evidence_words w on w.chain_id = e.chain_id and w.seq = e.seq
                left join consent c on c.request_id = w.about_id
            """;

    private final JdbcClient jdbc;

    EvidenceEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a side may read of these relationships, and of its own chain; the newest first. */
    public List<Written> of(List<UUID> chains, Reader reader) {
        return chains.isEmpty() ? List.of() : jdbc.sql(SELECT + "where e.chain_id in (:chains) order by e.chain_id, e.seq desc")
                .param("chains", chains).query((row, number) -> map(row, reader)).list().stream()
                .filter(reader::mayRead)
                .sorted((one, other) -> other.at().compareTo(one.at())).toList();
    }

    /** One of them, or empty where there is none, or none that this side may read. */
    public Optional<Written> find(UUID chain, int seq, Reader reader) {
        return jdbc.sql(SELECT + "where e.chain_id = :chain and e.seq = :seq").param("chain", chain).param("seq", seq)
                .query((row, number) -> map(row, reader)).optional().filter(reader::mayRead);
    }

    private static Written map(ResultSet row, Reader reader) throws SQLException {
        Entry entry = new Entry(Columns.uuid(row, "chain_id"), row.getInt("seq"), row.getString("body"), row.getString("hash"));
        String stored = row.getString("parts");
        Map<String, Part> all = stored == null ? Map.of()
                : StoredParts.read(stored, Optional.ofNullable(row.getString("shown")).orElse(""));
        Written whole = new Written(entry, entry.content(), all);
        if (stored == null) {
            return whole;
        }
        Map<String, Part> readable = new LinkedHashMap<>(all);
        readable.keySet().removeIf(part -> !reader.mayRead(whole, part));
        return new Written(entry, whole.content(), readable);
    }
}
