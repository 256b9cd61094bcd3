package io.mandate.evidence.verify;

import io.mandate.evidence.Entry;
import io.mandate.evidence.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is stored of one relationship or customer, as it is found.
 *
 * @param end what the end of the chain is said to be
 * @param covered the ends that checkpoints covered, in their order
 * @param entries in the order of their places
 * @param held what the record says is held, by service; empty where the record was not at hand
 */
public record StoredChain(UUID id, Optional<End> end, List<Covered> covered, List<StoredEntry> entries,
        Optional<Map<String, Map<String, Object>>> held) {

    /** The end of the chain. */
    public record End(int seq, String hash) {}

    /** One end that a checkpoint covered. */
    public record Covered(long number, int seq, String hash) {}

    /**
     * An entry.
     *
     * @param parts what it says of persons; empty where that was erased, or nothing was said
     * @param consent the answer that the record has for it, empty for none, or where the record was not at hand
     */
    public record StoredEntry(Entry entry, Map<String, Part> parts, Map<String, Object> consent) {}
}
