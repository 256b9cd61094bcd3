package io.mandate.engine.reads;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import java.time.Duration;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class KnownDefinitionsTests {

    private final KnownDefinitions known = new KnownDefinitions(Duration.ofHours(1));

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
        KnownDefinitions never = new KnownDefinitions(Duration.ZERO);
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
                new DataSourceTransactionManager(JdbcConnectionPool.create("jdbc:h2:mem:known-definitions", "sa", ""));
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

    @Nested
    @MandateTest
    @Import(StatementCount.class)
    class In_the_engine {

        @Autowired Lifecycle life;
        @Autowired ManagementService management;
        @Autowired RuntimeService runtime;
        @Autowired PlatformTransactionManager transactions;
        @Autowired JdbcClient database;

        @Test
        void jobs_of_a_step_that_was_just_suspended_are_suspended() {
            life.sent(PAULA, Lifecycle.newAddress(), MAIL);
            management.suspendJobDefinitionByProcessDefinitionKey("invitation");
            try {
                assertThat(reviewedIsSuspended()).isTrue();
            } finally {
                management.activateJobDefinitionByProcessDefinitionKey("invitation", true);
            }
            assertThat(reviewedIsSuspended()).isFalse();
        }

        @Test
        void jobs_of_a_step_that_another_node_activates_are_not_suspended() {
            management.suspendJobDefinitionByProcessDefinitionKey("invitation");
            try {
                assertThat(reviewedIsSuspended()).isTrue();
                database.sql("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 1").update();
                assertThat(reviewedIsSuspended()).isFalse();
            } finally {
                management.activateJobDefinitionByProcessDefinitionKey("invitation", true);
            }
        }

        @Test
        void a_change_that_is_rolled_back_leaves_nothing_behind() {
            life.sent(PAULA, Lifecycle.newAddress(), MAIL);
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                management.suspendJobDefinitionByProcessDefinitionKey("invitation");
                assertThat(reviewedIsSuspended()).isTrue();
                transaction.setRollbackOnly();
            });

            assertThat(reviewedIsSuspended()).isFalse();
        }

        private boolean reviewedIsSuspended() {
            Request draft = life.draft(PAULA, Lifecycle.newAddress(), MAIL);
            life.reviewed(draft, PAULA, SentBy.MANDATE);
            String instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(draft.relationshipId().toString()).singleResult().getId();
            return management.createJobQuery().processInstanceId(instance).messages().singleResult().isSuspended();
        }
    }
}
