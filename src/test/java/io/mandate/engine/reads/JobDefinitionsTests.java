package io.mandate.engine.reads;

import static io.mandate.testing.Lifecycle.MAIL;
import static io.mandate.testing.People.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mandate.relationship.Request;
import io.mandate.relationship.SentBy;
import io.mandate.testing.Lifecycle;
import io.mandate.testing.MandateTest;
import io.mandate.testing.StatementCount;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MandateTest
@Import(StatementCount.class)
class JobDefinitionsTests {

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
