package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Entry;
import io.mandate.evidence.Part;
import io.mandate.evidence.StoredParts;
import io.mandate.evidence.verify.StoredChain.Covered;
import io.mandate.evidence.verify.StoredChain.End;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import io.mandate.relationship.Columns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** The evidence in a database, as it was at one moment; nothing is written. */
final class DatabaseLedger implements Ledger {

    private static final String ENTRIES = """
            select e.chain_id, e.seq, e.body, e.hash, w.parts, c.shown, c.request_id, c.approved, c.name, c.address, c.given_at,
                c.language, c.agreement_version, c.chosen
            from evidence_entry e
                left join evidence_words w on w.chain_id = e.chain_id and w.seq = e.seq
                left join consent c on c.request_id = w.about_id
            order by e.chain_id, e.seq
            """;

    private final DataSource source;

    DatabaseLedger(DataSource source) {
        this.source = source;
    }

    @Override
    public void pass(LedgerVisitor visitor) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                pass(connection, visitor);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new UnreadableLedgerException("The database cannot be read: " + failed.getMessage());
        }
    }

    private static void pass(Connection connection, LedgerVisitor visitor) throws SQLException {
        try (Rows signing = new Rows(connection, "select number, hash from evidence_signing where id = 1")) {
            while (signing.isThere()) {
                visitor.signing(new End((int) signing.row().getLong("number"), signing.row().getString("hash")));
                signing.next();
            }
        }
        try (Rows checkpoints = new Rows(connection, "select * from evidence_checkpoint order by number")) {
            while (checkpoints.isThere()) {
                ResultSet row = checkpoints.row();
                visitor.checkpoint(new Checkpoint(
                        row.getLong("number"), row.getString("body"), row.getString("hash"), row.getString("signature")));
                checkpoints.next();
            }
        }
        try (Rows heads = new Rows(connection, "select chain_id, seq, hash from evidence_head order by chain_id");
                Rows covered = new Rows(connection, "select chain_id, number, seq, hash from evidence_covered order by chain_id, number");
                Rows entries = new Rows(connection, ENTRIES);
                Rows held = new Rows(connection, """
                        select relationship_id as chain_id, service, roles, granted_at, ends_at from permission
                        where holder is not null order by relationship_id
                        """)) {
            while (heads.isThere() || covered.isThere() || entries.isThere() || held.isThere()) {
                visitor.chain(next(Rows.first(heads, covered, entries, held), heads, covered, entries, held));
            }
        }
    }

    private static StoredChain next(UUID id, Rows heads, Rows covered, Rows entries, Rows held) throws SQLException {
        List<End> ends = heads.allOf(id, row -> new End(row.getInt("seq"), row.getString("hash")));
        Map<String, Map<String, Object>> permissions = new TreeMap<>();
        held.allOf(id, row -> permissions.put(row.getString("service"), Map.of("service", row.getString("service"),
                "roles", List.of(row.getString("roles").split(",")), "since", Entry.moment(Columns.instant(row, "granted_at")),
                "until", Entry.moment(Columns.instant(row, "ends_at")))));
        return new StoredChain(id, ends.stream().findFirst(),
                covered.allOf(id, row -> new Covered(row.getLong("number"), row.getInt("seq"), row.getString("hash"))),
                entries.allOf(id, row -> entry(id, row)), Optional.of(permissions));
    }

    private static StoredEntry entry(UUID chain, ResultSet row) throws SQLException {
        Entry entry = new Entry(chain, row.getInt("seq"), row.getString("body"), row.getString("hash"));
        String stored = row.getString("parts");
        Map<String, Part> parts = stored == null ? Map.of() : parts(stored, Optional.ofNullable(row.getString("shown")).orElse(""));
        boolean answered = parts.containsKey(Part.SHOWN) && row.getObject("request_id") != null;
        return new StoredEntry(entry, parts, answered ? consent(row) : Map.of());
    }

    /** What cannot be read is not what was written. */
    private static Map<String, Part> parts(String stored, String shown) {
        try {
            return StoredParts.read(stored, shown);
        } catch (IllegalArgumentException | ClassCastException damaged) {
            return Map.of("unreadable", new Part("", stored));
        }
    }

    private static Map<String, Object> consent(ResultSet row) throws SQLException {
        Map<String, Object> consent = new LinkedHashMap<>();
        consent.put("approved", row.getBoolean("approved"));
        consent.put("agreement", row.getString("agreement_version"));
        consent.put("language", row.getString("language"));
        consent.put("at", Entry.moment(Columns.instant(row, "given_at")));
        consent.put("name", row.getString("name"));
        consent.put("address", row.getString("address"));
        consent.put("chosen", chosen(row.getString("chosen")));
        return consent;
    }

    private static Object chosen(String stored) {
        try {
            List<Object> chosen = new ArrayList<>();
            if (Canonical.read("{\"chosen\":" + stored + "}").get("chosen") instanceof List<?> choices) {
                choices.forEach(one -> chosen.add(WordsCheck.object(one).get("permission")));
            }
            return chosen;
        } catch (IllegalArgumentException damaged) {
            return "unreadable";
        }
    }
}
