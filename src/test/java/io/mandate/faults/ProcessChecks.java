package io.mandate.faults;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;

/** The engine's rows against the record's, and whether anything stands still without anybody being told. */
final class ProcessChecks {

    private static final String REQUESTS = """
            select q.id::text as request, q.status, k.identity, r.id::text as relationship,
                (select count(*) from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
                    join act_re_procdef d on d.id_ = e.proc_def_id_
                    where v.name_ = 'request' and v.text_ = q.id::text and d.key_ in ('invitation', 'restoration')
                        and e.parent_id_ is null and v.execution_id_ = e.id_) as instances,
                (select count(*) from act_ru_task t join act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'request'
                    where v.text_ = q.id::text and v.execution_id_ = v.proc_inst_id_
                        and t.task_def_key_ in ('Task_ReviewInvitation', 'Task_ApproveRelationship', 'Task_CorrectAddress')) as tasks,
                (select count(*) from open_request o where o.request_id = q.id) as open
            from request q join relationship r on r.id = q.relationship_id join customer k on k.id = r.customer_id""";

    private static final String STUCK = """
            select e.id_, e.proc_inst_id_, d.key_, e.act_id_, root.business_key_ from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_ left join act_ru_execution root on root.id_ = e.root_proc_inst_id_
            where not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_ or c.super_exec_ = e.id_)
                and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_)
                and not exists (select 1 from act_ru_incident i where i.execution_id_ = e.id_)""";

    private final Installation installation;
    private final Records records;

    ProcessChecks(Installation installation, Records records) {
        this.installation = installation;
        this.records = records;
    }

    List<Check> all() {
        return List.of(requests(), relationships(), stuck(), overdue(), ends());
    }

    private Check requests() {
        Check check = new Check("each open request has its instance and task, and no closed one has");
        for (Map<String, Object> row : records.rows(REQUESTS)) {
            check.looked(1);
            boolean open = List.of("DRAFT", "SENDING", "ADDRESS_REFUSED", "WAITING").contains(row.get("status").toString());
            long wanted = open ? 1 : 0;
            if (number(row, "instances") != wanted || number(row, "tasks") != wanted || (number(row, "open") > 0) != open) {
                check.wrong(row + records.everything(row.get("identity").toString()));
            }
        }
        return check;
    }

    private Check relationships() {
        Check check = new Check("a relationship's state follows from its requests and permissions");
        for (Map<String, Object> row : records.rows("""
                select r.id, r.status, k.identity, r.in_force_since is not null and r.ended_at is null as lives,
                    (select count(*) from permission p where p.relationship_id = r.id and p.holder = r.partner_id) as held,
                    (select count(*) from request q where q.relationship_id = r.id
                        and q.status in ('DRAFT', 'SENDING', 'ADDRESS_REFUSED', 'WAITING')) as open
                from relationship r join customer k on k.id = r.customer_id""")) {
            check.looked(1);
            boolean held = number(row, "held") > 0;
            boolean fits = switch (row.get("status").toString()) {
                case "IN_FORCE" -> held;
                case "REQUESTED" -> !held && number(row, "open") > 0;
                default -> !held;
            };
            if (!fits) {
                check.wrong(row + records.everything(row.get("identity").toString()));
            }
        }
        return check;
    }

    private Check stuck() {
        Check check = new Check("nothing stands still: each path has a job, a task, an event or an incident");
        check.looked(records.count("select count(*) from act_ru_execution"));
        records.rows(STUCK).forEach(row -> check.wrong("Stuck: " + row));
        return check;
    }

    private Check overdue() {
        Check check = new Check("no job is overdue beyond its lock, and none is out of retries without an incident");
        Timestamp late = Timestamp.from(installation.now().minusSeconds(600));
        check.looked(records.count("select count(*) from act_ru_job"));
        records.rows("""
                select id_, handler_type_, duedate_, lock_exp_time_, retries_, process_def_key_ from act_ru_job j where
                    retries_ > 0 and suspension_state_ = 1 and duedate_ < ? and (lock_exp_time_ is null or lock_exp_time_ < ?)
                    or retries_ = 0 and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id_)""", late, late)
                .forEach(row -> check.wrong("Left behind: " + row));
        return check;
    }

    /** What was asked to end has ended, or is under notice. */
    private Check ends() {
        Check check = new Check("each end that was asked for came, or is under notice");
        for (Map<String, Object> row : records.rows("""
                select t.id, t.status, t.notice_until, r.status as relationship, k.identity,
                    (select count(*) from open_termination o where o.termination_id = t.id) as open,
                    (select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ = 'termination' and e.parent_id_ is null and e.business_key_ = r.id::text) as instances
                from termination t join relationship r on r.id = t.relationship_id join customer k on k.id = r.customer_id""")) {
            check.looked(1);
            boolean open = number(row, "open") > 0;
            boolean toCome = ((Timestamp) row.get("notice_until")).toInstant().isAfter(installation.now());
            boolean fits = open ? number(row, "instances") == 1 && toCome
                    : number(row, "instances") == 0 && row.get("relationship").equals("ENDED");
            if (!fits) {
                check.wrong(row + records.everything(row.get("identity").toString()));
            }
        }
        return check;
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
