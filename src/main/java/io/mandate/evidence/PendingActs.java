package io.mandate.evidence;

import io.mandate.evidence.Actor.Side;
import io.mandate.relationship.Act;
import io.mandate.relationship.Consent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What was done in one transaction so far; written as its last statements, or not at all. */
class PendingActs implements TransactionSynchronization {

    /** What a person behind a link proves in order to consent. */
    private static final Set<String> BESIDE_THE_LINK = Set.of("CODE", "CODE_AND_PASSKEY", "PROVIDER", "PROVIDER_AND_PASSKEY");

    private final Object key;
    private final ChainWriter writer;
    private final Map<UUID, Optional<String>> begun = new HashMap<>();
    private final List<Acted> acts = new ArrayList<>();
    private boolean written;

    PendingActs(Object key, ChainWriter writer) {
        this.key = key;
        this.writer = writer;
    }

    void begin(UUID chain, Optional<String> partner) {
        begun.put(chain, partner);
    }

    void add(Act act, Actor current) {
        if (written) {
            throw new IllegalStateException("Too late to write down " + act.kind() + ": the transaction commits already");
        }
        acts.add(new Acted(act, act.proof().map(proof -> proven(proof, current)).orElseGet(() -> orWhoConsented(current))));
    }

    private static Actor proven(Consent.Proof proof, Actor current) {
        return switch (proof) {
            case ACCOUNT -> current;
            case ACCOUNT_AND_PASSKEY -> new Actor(current.side(), "PASSKEY", current.organisation(), current.account());
            default -> new Actor(Side.CUSTOMER, proof.name(), Optional.empty(), "");
        };
    }

    /** Who follows a link and has consented in this transaction has proven more than the link. */
    private Actor orWhoConsented(Actor current) {
        return current.equals(Actor.BY_LINK) || current.equals(Actor.CLOCK)
                ? acts.stream().map(Acted::by).filter(by -> BESIDE_THE_LINK.contains(by.proof())).findFirst().orElse(current) : current;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        writer.write(begun, acts);
        written = true;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
}
