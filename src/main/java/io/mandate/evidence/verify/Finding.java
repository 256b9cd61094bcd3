package io.mandate.evidence.verify;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that is not as it was written.
 *
 * @param chain the relationship or customer concerned, empty where it is about checkpoints
 * @param at the entry's place, or the checkpoint's number; 0 for all
 * @param detail in plain words, without any person
 */
public record Finding(What what, Optional<UUID> chain, long at, String detail) {

    /** What can be wrong. */
    public enum What {
        /** An entry is not the one that was written. */
        CHANGED,
        /** An entry is gone from the middle. */
        REMOVED,
        /** Entries stand in each other's place. */
        REORDERED,
        /** The last entries are gone. */
        TAIL_LOST,
        /** All entries of a relationship or customer are gone. */
        CHAIN_LOST,
        /** The words that go with an entry are not those that were said or shown. */
        WORDS_CHANGED,
        /** They are gone, and nothing says that they were erased. */
        WORDS_LOST,
        /** The record says something else than the entries. */
        RECORD_CHANGED,
        /** A checkpoint is not the one that was signed, or what it covers is not. */
        CHECKPOINT_CHANGED,
        /** A checkpoint is gone. */
        CHECKPOINT_LOST,
        /** A checkpoint's signature is not of the key that it names. */
        SIGNATURE_WRONG,
        /** Nobody said that this key signs evidence. */
        KEY_UNKNOWN
    }

    static Finding of(What what, UUID chain, long at, String detail) {
        return new Finding(what, Optional.of(chain), at, detail);
    }

    static Finding of(What what, long number, String detail) {
        return new Finding(what, Optional.empty(), number, detail);
    }

    @Override
    public String toString() {
        return what + " " + chain.map(id -> "in " + id + (at == 0 ? "" : ", entry " + at)).orElse("in checkpoint " + at) + ": " + detail;
    }
}
