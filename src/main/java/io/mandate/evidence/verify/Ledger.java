package io.mandate.evidence.verify;

/** Where evidence is stored, to be passed through once without being held in memory. */
interface Ledger {

    /** Hands on what the last checkpoint is said to be, all checkpoints in their order, then all chains in the order of their ids. */
    void pass(LedgerVisitor visitor);
}
