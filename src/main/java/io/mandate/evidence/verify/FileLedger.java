package io.mandate.evidence.verify;

import io.mandate.evidence.Canonical;
import io.mandate.evidence.Checkpoint;
import io.mandate.evidence.Entry;
import io.mandate.evidence.Part;
import io.mandate.evidence.verify.StoredChain.Covered;
import io.mandate.evidence.verify.StoredChain.End;
import io.mandate.evidence.verify.StoredChain.StoredEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The evidence in an export: one JSON object on each line, as {@link LedgerExport} writes it. */
final class FileLedger implements Ledger {

    private final Path file;

    FileLedger(Path file) {
        this.file = file;
    }

    @Override
    public void pass(LedgerVisitor visitor) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                line(line, visitor);
            }
        } catch (IOException failed) {
            throw new UnreadableLedgerException(file + " cannot be read: " + failed.getMessage());
        } catch (IllegalArgumentException | ClassCastException damaged) {
            throw new UnreadableLedgerException(file + ", line " + number + " is no line of an export");
        }
        if (number == 0) {
            throw new UnreadableLedgerException(file + " is empty");
        }
    }

    private static void line(String line, LedgerVisitor visitor) {
        Map<String, Object> object = Canonical.read(line);
        if (object.get("signing") instanceof Map<?, ?> end) {
            visitor.signing(end(end));
        } else if (object.get("checkpoint") instanceof Map<?, ?> one) {
            visitor.checkpoint(new Checkpoint(number(one, "number"), text(one, "body"), text(one, "hash"), text(one, "signature")));
        } else {
            visitor.chain(chain(object));
        }
    }

    private static StoredChain chain(Map<String, Object> object) {
        UUID id = UUID.fromString(text(object, "chain"));
        return new StoredChain(id, Optional.ofNullable(object.get("end")).map(end -> end((Map<?, ?>) end)),
                list(object, "covered").map(one -> new Covered(number(one, "number"), (int) number(one, "seq"), text(one, "hash"))).toList(),
                list(object, "entries").map(one -> entry(id, one)).toList(), Optional.empty());
    }

    private static Stream<Map<?, ?>> list(Map<?, ?> object, String name) {
        return ((List<?>) object.get(name)).stream().map(one -> (Map<?, ?>) one);
    }

    private static StoredEntry entry(UUID chain, Map<?, ?> one) {
        Map<String, Part> parts = new LinkedHashMap<>();
        WordsCheck.object(one.get("parts")).forEach((name, part) -> parts.put(
                name, new Part(text((Map<?, ?>) part, "salt"), text((Map<?, ?>) part, "value"))));
        return new StoredEntry(new Entry(chain, (int) number(one, "seq"), text(one, "body"), text(one, "hash")), parts, Map.of());
    }

    private static End end(Map<?, ?> end) {
        return new End((int) number(end, "seq"), text(end, "hash"));
    }

    private static String text(Map<?, ?> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static long number(Map<?, ?> object, String name) {
        if (object.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no " + name);
    }
}
