package io.mandate.engine.upgrade;

import io.mandate.engine.Schedules;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people rely on across versions of a diagram, and the engine sets anew with each: when a schedule starts its process next,
 * and which steps somebody has suspended.
 */
@Component
class KeptSchedules {

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ManagementService management;

    KeptSchedules(JdbcClient jdbc, RepositoryService repository, ManagementService management) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.management = management;
    }

    private record Start(String job, String process, Instant due) {}

    void keepDuring(Runnable deployment) {
        Map<String, Instant> due = new TreeMap<>();
        starts().forEach(start -> due.merge(start.process(), start.due(), (one, other) -> one.isBefore(other) ? one : other));
        List<JobDefinition> suspended = suspended();

        deployment.run();

        starts().stream()
                .filter(start -> !Schedules.isNever(start.due()))
                .filter(start -> due.containsKey(start.process()) && due.get(start.process()).isBefore(start.due()))
                .forEach(start -> management.setJobDuedate(start.job(), Date.from(due.get(start.process()))));
        suspended.forEach(this::suspendAgain);
    }

    /** The column has no zone: the engine writes and reads it in that of this machine. */
    private List<Start> starts() {
        return jdbc.sql("select id_, process_def_key_, duedate_ from act_ru_job where handler_type_ = 'timer-start-event'")
                .query((row, number) -> new Start(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    private List<JobDefinition> suspended() {
        return newest().stream().flatMap(one -> management.createJobDefinitionQuery()
                .processDefinitionId(one.getId()).suspended().list().stream()).toList();
    }

    private List<ProcessDefinition> newest() {
        return repository.createProcessDefinitionQuery().latestVersion().list();
    }

    private void suspendAgain(JobDefinition before) {
        newest().stream().filter(one -> one.getKey().equals(before.getProcessDefinitionKey()))
                .flatMap(one -> management.createJobDefinitionQuery().processDefinitionId(one.getId())
                        .activityIdIn(before.getActivityId()).jobType(before.getJobType()).active().list().stream())
                .forEach(step -> management.updateJobDefinitionSuspensionState()
                        .byJobDefinitionId(step.getId()).includeJobs(true).suspend());
    }
}
