package io.mandate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class RecentReadsTests {

    private final RecentReads known = new RecentReads(Duration.ofHours(1));

    private String read(String answer) {
        return known.read("question", () -> answer, Function.identity());
    }

    @Test
    void what_was_read_is_known() {
        read("first");

        assertThat(known.recall("question", String.class)).contains("first");
    }

    @Test
    void nothing_is_known_for_no_time() {
        RecentReads never = new RecentReads(Duration.ZERO);
        never.read("question", () -> "first", Function.identity());

        assertThat(never.recall("question", String.class)).isEmpty();
    }

    @Test
    void what_changes_is_forgotten() {
        read("first");
        known.change();

        assertThat(known.recall("question", String.class)).isEmpty();
    }

    @Test
    void what_was_read_while_something_changed_is_not_kept() {
        known.read("question", () -> {
            known.change();
            return "before";
        }, Function.identity());

        assertThat(known.recall("question", String.class)).isEmpty();
    }

    @Test
    void what_is_not_to_be_remembered_is_not_known() {
        known.read("question", () -> "suspended", read -> null);

        assertThat(known.recall("question", String.class)).isEmpty();
    }

    @Test
    void a_transaction_that_interrupts_one_which_changes_something_knows_what_was_read() {
        PlatformTransactionManager transactions =
                new DataSourceTransactionManager(JdbcConnectionPool.create("jdbc:h2:mem:recent-reads", "sa", ""));
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            known.change();
            another.executeWithoutResult(within -> {
                read("first");
                assertThat(known.recall("question", String.class)).contains("first");
            });
            assertThat(known.recall("question", String.class)).isEmpty();
        });

        assertThat(known.recall("question", String.class)).isEmpty();
    }
}
