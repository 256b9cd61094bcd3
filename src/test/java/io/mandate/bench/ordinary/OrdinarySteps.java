package io.mandate.bench.ordinary;

import io.mandate.bench.app.BusinessSteps;
import io.mandate.bench.app.Commits;
import io.mandate.bench.app.SampleText;
import io.mandate.bench.app.Secrets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of people by the engine's services; all data are process variables. */
final class OrdinarySteps implements BusinessSteps {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final Commits commits;

    OrdinarySteps(RuntimeService runtime, TaskService tasks, TransactionTemplate transaction, Commits commits) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.transaction = transaction;
        this.commits = commits;
    }

    @Override
    public String ask(String staff, String address) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> variables = new HashMap<>();
        variables.put("partner", "contoso");
        variables.put("requester", staff);
        variables.put("requesterName", "Paula Pérez");
        variables.put("organisation", "Northwind Traders");
        variables.put("address", address);
        variables.put("customer", address.substring(address.indexOf('@') + 1));
        variables.put("cloud", "global");
        variables.put("country", "US");
        variables.put("language", "en");
        variables.put("service", "mail");
        variables.put("roles", "mail-administrator,mail-reader");
        variables.put("days", 365);
        variables.put("subject", SampleText.SUBJECT);
        variables.put("text", SampleText.DRAFT);
        runtime.startProcessInstanceByKey("ordinary", id, variables);
        return id;
    }

    @Override
    public void review(String id, String staff) {
        complete(id, "Task_Review", Map.of("sentBy", "mandate", "reviewedBy", staff, "subject", SampleText.SUBJECT, "text", SampleText.DRAFT));
    }

    @Override
    public void sendCode(String token, String browser, String address) {
        transaction.executeWithoutResult(status -> {
            Execution waiting = runtime.createExecutionQuery().processInstanceBusinessKey(key(token))
                    .activityId("Task_WaitForCustomer").singleResult();
            if (waiting == null) {
                throw new NotYetException();
            }
            requireGenuine(waiting.getProcessInstanceId(), token);
            runtime.messageEventReceived("CodeAskedFor", waiting.getId(), Map.of("codeAddress", address, "browser", Secrets.hash(browser)));
        });
    }

    @Override
    public void enter(String token, String browser, String code) {
        transaction.executeWithoutResult(status -> {
            Task task = task(key(token), "Task_EnterCode");
            Map<String, Object> known = runtime.getVariables(task.getProcessInstanceId());
            boolean right = Secrets.hash(code).equals(known.get("codeHash")) && Secrets.hash(browser).equals(known.get("browser"))
                    && Secrets.hash(token).equals(known.get("linkHash")) && new Date().before((Date) known.get("codeExpires"));
            tasks.complete(task.getId(), Map.of("codeRight", right, "tries", 1));
        });
    }

    @Override
    public void approve(String token, String browser) {
        transaction.executeWithoutResult(status -> {
            Task task = task(key(token), "Task_Approve");
            requireGenuine(task.getProcessInstanceId(), token);
            tasks.complete(task.getId(), Map.of("approverName", "Ada Admin", "approvedRoles", "mail-administrator,mail-reader",
                    "approvedDays", 365, "agreementVersion", "2026-10", "approvedAt", Date.from(Instant.now()), "shown", SampleText.SHOWN));
        });
    }

    @Override
    public Map<String, Long> committed() {
        return commits.take();
    }

    private void complete(String key, String activity, Map<String, Object> variables) {
        transaction.executeWithoutResult(status -> tasks.complete(task(key, activity).getId(), variables));
    }

    private Task task(String key, String activity) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(activity).singleResult();
        if (task == null) {
            throw new NotYetException();
        }
        return task;
    }

    private void requireGenuine(String instance, String token) {
        if (!Secrets.hash(token).equals(runtime.getVariable(instance, "linkHash"))) {
            throw new IllegalArgumentException("not genuine");
        }
    }

    private static String key(String token) {
        return token.substring(0, 36);
    }
}
