package io.mandate.evidence.verify;

import io.mandate.evidence.Checkpoint;

/** Whoever looks at all that a {@link Ledger} holds. */
interface LedgerVisitor {

    /** The number of the last checkpoint, and its hash. */
    void signing(StoredChain.End end);

    void checkpoint(Checkpoint one);

    void chain(StoredChain one);
}
