package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class OwnRowsTests {

    private static final UUID ID = UUID.randomUUID();

    private final OwnRows<String> rows = new OwnRows<>();
    private final DataSourceTransactionManager transactions =
            new DataSourceTransactionManager(JdbcConnectionPool.create("jdbc:h2:mem:own-rows", "sa", ""));
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final TransactionTemplate another = new TransactionTemplate(
            transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

    @Test
    void a_row_is_kept_as_long_as_the_transaction_lasts() {
        transaction.executeWithoutResult(begun -> {
            rows.keep(ID, "locked");
            assertThat(rows.find(ID)).contains("locked");
        });

        assertThat(rows.find(ID)).isEmpty();
        transaction.executeWithoutResult(begun -> assertThat(rows.find(ID)).isEmpty());
    }

    @Test
    void a_row_that_changes_elsewhere_is_read_again() {
        transaction.executeWithoutResult(begun -> {
            rows.keep(ID, "locked");
            rows.forget(ID);
            assertThat(rows.find(ID)).isEmpty();
        });
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_nothing_behind() {
        transaction.executeWithoutResult(begun -> {
            rows.keep(ID, "written");
            begun.setRollbackOnly();
        });

        transaction.executeWithoutResult(begun -> assertThat(rows.find(ID)).isEmpty());
    }

    @Test
    void a_transaction_within_another_one_does_not_see_its_rows() {
        transaction.executeWithoutResult(begun -> {
            rows.keep(ID, "outer");
            another.executeWithoutResult(within -> {
                assertThat(rows.find(ID)).isEmpty();
                rows.keep(ID, "inner");
            });
            assertThat(rows.find(ID)).contains("outer");
        });
    }

    @Test
    void nothing_is_kept_without_a_transaction() {
        rows.keep(ID, "nobody's");

        assertThat(rows.find(ID)).isEmpty();
    }

    @Test
    void what_runs_after_a_transaction_does_not_see_its_rows() {
        List<Optional<String>> seen = new ArrayList<>();

        transaction.executeWithoutResult(begun -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    seen.add(rows.find(ID));
                }
            });
            rows.keep(ID, "written");
            begun.setRollbackOnly();
        });

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void rows_that_change_elsewhere_are_read_again() {
        transaction.executeWithoutResult(begun -> {
            rows.keep(ID, "locked");
            rows.forgetAll();
            assertThat(rows.find(ID)).isEmpty();
        });
    }
}
