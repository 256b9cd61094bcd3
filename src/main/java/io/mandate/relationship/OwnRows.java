package io.mandate.relationship;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that the present transaction wrote or locked: nobody else can change them until it ends, so they need not be read again.
 * Without a transaction nothing is kept, nor is anything found by what runs after its completion: it may have been rolled back.
 */
final class OwnRows<T> {

    /** The row, or empty where it has to be read. */
    Optional<T> find(UUID id) {
        Map<UUID, T> rows = rows();
        return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(id));
    }

    /** Keeps a row as it stands in the database now; gives it back. */
    T keep(UUID id, T row) {
        if (TransactionSynchronizationManager.isActualTransactionActive() && TransactionSynchronizationManager.isSynchronizationActive()) {
            if (rows() == null) {
                new TransactionResource(this, new HashMap<UUID, T>(), () -> {}).bind();
            }
            rows().put(id, row);
        }
        return row;
    }

    /** The row changes in a way that is not known here. */
    void forget(UUID id) {
        Map<UUID, T> rows = rows();
        if (rows != null) {
            rows.remove(id);
        }
    }

    /** Rows change in a way that is not known here. */
    void forgetAll() {
        Map<UUID, T> rows = rows();
        if (rows != null) {
            rows.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, T> rows() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? (Map<UUID, T>) TransactionSynchronizationManager.getResource(this)
                : null;
    }
}
