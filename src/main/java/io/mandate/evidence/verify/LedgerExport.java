package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes all evidence to a file, to be kept and verified elsewhere: one JSON object on each line. It holds personal data. */
final class LedgerExport implements LedgerVisitor {

    private final Writer to;

    LedgerExport(Writer to) {
        this.to = to;
    }

    @Override
    public void signing(StoredChain.End end) {
        write(Map.of("signing", object(end)));
    }

    @Override
    public void checkpoint(Checkpoint one) {
        write(Map.of("checkpoint", Map.of(
                "number", one.number(), "body", one.body(), "hash", one.hash(), "signature", one.signature())));
    }

    @Override
    public void chain(StoredChain chain) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("chain", chain.id().toString());
        chain.end().ifPresent(end -> all.put("end", object(end)));
        all.put("covered", chain.covered().stream().map(one ->
                Map.of("number", one.number(), "seq", one.seq(), "hash", one.hash())).toList());
        all.put("entries", chain.entries().stream().map(LedgerExport::object).toList());
        write(all);
    }

    private static Map<String, Object> object(StoredChain.StoredEntry stored) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("seq", stored.entry().seq());
        entry.put("body", stored.entry().body());
        entry.put("hash", stored.entry().hash());
        Map<String, Object> parts = new LinkedHashMap<>();
        stored.parts().forEach((name, part) -> parts.put(name, Map.of("salt", part.salt(), "value", part.value())));
        entry.put("parts", parts);
        return entry;
    }

    private static Map<String, Object> object(StoredChain.End end) {
        return Map.of("seq", end.seq(), "hash", end.hash());
    }

    private void write(Map<String, Object> object) {
        try {
            to.write(Canonical.json(object));
            to.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
