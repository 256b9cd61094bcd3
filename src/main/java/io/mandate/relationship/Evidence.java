package io.mandate.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where every act is written down to be provable, in the transaction that does it. The record does nothing without it: all that
 * happens passes {@link Timeline}, {@link Consents}, {@link Granting} or {@link Administrators}, which hand it on.
 */
public interface Evidence {

    /**
     * A relationship or a customer was recorded in this transaction, so that nothing is written about it yet.
     *
     * @param partner the partner of the relationship; empty for a customer
     */
    void begin(UUID chain, Optional<String> partner);

    /** Writes an act down, after those before it. */
    void record(Act act);

    /**
     * Persons are erased: what names them is gone, that it was erased is written down.
     *
     * @param about the requests, or the customer, of whom they were, by chain
     */
    void erased(Map<UUID, List<UUID>> about, Instant at);
}
