package io.mandate.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a chain.
 *
 * @param partner of the relationship; empty where the chain is a customer's
 * @param seq place of the last entry, 0 where there is none
 * @param hash of the last entry
 */
record Head(UUID chain, Optional<String> partner, int seq, String hash) {

    static Head none(UUID chain, Optional<String> partner) {
        return new Head(chain, partner, 0, Digests.NONE);
    }

    Entry next(Map<String, Object> content) {
        return Entry.of(chain, seq + 1, hash, content);
    }

    Head at(Entry entry) {
        return new Head(chain, partner, entry.seq(), entry.hash());
    }
}
