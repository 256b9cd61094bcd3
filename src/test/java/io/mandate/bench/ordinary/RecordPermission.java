package io.mandate.bench.ordinary;

import io.mandate.bench.app.Commits;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the one row outside the engine: a unique constraint keeps a second holder away. */
record RecordPermission(JdbcClient jdbc, Commits commits) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        OffsetDateTime now = OffsetDateTime.now();
        String address = (String) execution.getVariable("address");
        jdbc.sql("""
                        insert into permission (customer, service, holder, request_id, roles, granted_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(execution.getVariable("customer"), execution.getVariable("service"), execution.getVariable("partner"),
                        execution.getProcessBusinessKey(), execution.getVariable("approvedRoles"), now,
                        now.plus(Duration.ofDays((Integer) execution.getVariable("approvedDays"))))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                commits.now(address);
            }
        });
    }
}
