package io.mandate.evidence;

import io.mandate.relationship.Act;
import io.mandate.relationship.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends acts to the chains of what they are about. A transaction's acts are collected and written together when it commits, so
 * that they cost the same few statements however many they are, and chains are locked last, always in the same order.
 */
@Component
class Chains implements Evidence {

    static final String ERASED = "PERSONS_ERASED";

    private final Actors actors;
    private final ChainWriter writer;
    private final JdbcClient jdbc;

    Chains(Actors actors, ChainWriter writer, JdbcClient jdbc) {
        this.actors = actors;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    @Override
    public void begin(UUID chain, Optional<String> partner) {
        pending().begin(chain, partner);
    }

    @Override
    public void record(Act act) {
        pending().add(act, actors.current());
    }

    @Override
    public void erased(Map<UUID, List<UUID>> about, Instant at) {
        if (!about.isEmpty()) {
            jdbc.sql("delete from evidence_words where about_id in (:about)")
                    .param("about", about.values().stream().flatMap(List::stream).toList()).update();
        }
        about.forEach((chain, all) -> record(new Act(chain, chain, at, ERASED, "",
                Map.of("of", all.stream().map(UUID::toString).sorted().toList()), Map.of())));
    }

    private PendingActs pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof PendingActs known) {
            return known;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What is done is written down in the transaction that does it");
        }
        PendingActs begun = new PendingActs(this, writer);
        TransactionSynchronizationManager.bindResource(this, begun);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }
}
