package io.mandate.evidence;

import io.mandate.relationship.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs checkpoints. Each covers the ends of the chains that have grown since the one before, so that it costs what has happened,
 * not what there is; through the checkpoint before, it covers all others.
 */
@Component
public class Checkpoints {

    /** Chains that one checkpoint covers at most; until it is signed, nobody can append to them. */
    static final int BATCH = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;
    private final EvidenceKeys keys;
    private final Beginnings beginnings;

    Checkpoints(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock, EvidenceKeys keys, Beginnings beginnings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.keys = keys;
        this.beginnings = beginnings;
    }

    private record End(UUID chain, int seq, String hash) {}

    private record Last(long number, String hash) {}

    /**
     * Signs the next checkpoint, also where nothing has happened: that, too, is worth knowing.
     *
     * @return whether more chains are to be covered
     */
    @Transactional
    public boolean sign() {
        Last last = jdbc.sql("select number, hash from evidence_signing where id = 1 for update")
                .query((row, number) -> new Last(row.getLong("number"), row.getString("hash"))).single();
        List<UUID> missing = beginnings.missing(BATCH);
        if (!missing.isEmpty()) {
            beginnings.of(missing);
        }
        List<End> ends = jdbc.sql("""
                        select chain_id, seq, hash from evidence_head where uncovered order by chain_id limit :most for update
                        """)
                .param("most", BATCH)
                .query((row, number) -> new End(Columns.uuid(row, "chain_id"), row.getInt("seq"), row.getString("hash"))).list();
        Checkpoint signed = Checkpoint.of(last.number() + 1, last.hash().isEmpty() ? Digests.NONE : last.hash(),
                Entry.moment(clock.instant()), ends.size(), digest(ends), keys.signing());
        add(signed, ends);
        LOG.info("Checkpoint {}", signed.published());
        return ends.size() == BATCH;
    }

    private static String digest(List<End> ends) {
        MessageDigest digest = Digests.sha256();
        ends.forEach(one -> digest.update(Checkpoint.line(one.chain(), one.seq(), one.hash()).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(Checkpoint signed, List<End> ends) {
        jdbc.sql("insert into evidence_checkpoint (number, body, hash, signature) values (:number, :body, :hash, :signature)")
                .param("number", signed.number()).param("body", signed.body()).param("hash", signed.hash())
                .param("signature", signed.signature()).update();
        if (!ends.isEmpty()) {
            SqlParameterSource[] rows = ends.stream().map(one -> new MapSqlParameterSource("chain", one.chain())
                    .addValue("seq", one.seq()).addValue("hash", one.hash()).addValue("number", signed.number()))
                    .toArray(SqlParameterSource[]::new);
            batches.batchUpdate("insert into evidence_covered (chain_id, seq, number, hash) values (:chain, :seq, :number, :hash)", rows);
            batches.batchUpdate("update evidence_head set uncovered = false where chain_id = :chain", rows);
        }
        jdbc.sql("update evidence_signing set number = :number, hash = :hash where id = 1")
                .param("number", signed.number()).param("hash", signed.hash()).update();
    }

    /** The checkpoints after this one, in their order. */
    List<Checkpoint> after(long number, int most) {
        return jdbc.sql("select * from evidence_checkpoint where number > :number order by number limit :most")
                .param("number", number).param("most", most).query(Checkpoints::map).list();
    }

    /** The first checkpoint that covers this entry, or empty where none does yet. */
    Optional<Checkpoint> covering(UUID chain, int seq) {
        return jdbc.sql("""
                        select * from evidence_checkpoint where number = (
                            select min(number) from evidence_covered where chain_id = :chain and seq >= :seq)
                        """)
                .param("chain", chain).param("seq", seq).query(Checkpoints::map).optional();
    }

    static Checkpoint map(ResultSet row, int number) throws SQLException {
        return new Checkpoint(row.getLong("number"), row.getString("body"), row.getString("hash"), row.getString("signature"));
    }
}
