package io.mandate.relationship;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A resource of the present transaction alone: one that begins while it is interrupted does not see it, nor does what comes after. */
final class TransactionResource implements TransactionSynchronization {

    private final Object key;
    private final Object value;
    private final Runnable end;

    /** The end is run once the transaction is over, however it ended. */
    TransactionResource(Object key, Object value, Runnable end) {
        this.key = key;
        this.value = value;
        this.end = end;
    }

    void bind() {
        TransactionSynchronizationManager.bindResource(key, value);
        TransactionSynchronizationManager.registerSynchronization(this);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, value);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
        end.run();
    }
}
