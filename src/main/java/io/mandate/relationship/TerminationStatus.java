package io.mandate.relationship;

/** What became of the wish to end a relationship. */
public enum TerminationStatus {
    /** The notice period runs: the other side may confirm, the one that asked may take it back. */
    ASKED,
    /** Taken back; the relationship goes on. */
    TAKEN_BACK,
    /** The relationship has ended. */
    ENDED
}
