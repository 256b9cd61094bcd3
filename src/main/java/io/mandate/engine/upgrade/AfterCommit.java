package io.mandate.engine.upgrade;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is said once it is true. */
final class AfterCommit {

    private AfterCommit() {}

    /** When the present transaction has been committed; never where it is rolled back. */
    static void then(Runnable say) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                say.run();
            }
        });
    }
}
