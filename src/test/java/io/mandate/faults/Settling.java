package io.mandate.faults;

import io.mandate.testing.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Nothing fails any more: everything comes to rest. Where a retry is hours away, the clock goes there; incidents are counted, and
 * their jobs are given retries as the operator's page says; so are the tasks of process owners completed.
 */
final class Settling {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    /** So long nothing may happen before the clock is moved. */
    private static final Duration QUIET = Duration.ofSeconds(6);
    /** A service has less or more than it should: a process owner looks after it, and says so. */
    private static final String OWNERS_TASKS = "from act_ru_task where task_def_key_ in ('Task_SetUpWhatIsMissing', 'Task_ClearWhatIsLeft')";
    private static final String ENGINE = "/engine/engine/default";
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Installation installation;
    private final Records records;
    private final Load load;
    private final Map<String, Integer> incidents = new TreeMap<>();
    private final Map<String, Integer> completed = new TreeMap<>();
    private final List<String> moves = new ArrayList<>();
    private String last = "";
    private Instant since = Instant.now();

    Settling(Installation installation, Records records, Load load) {
        this.installation = installation;
        this.records = records;
        this.load = load;
    }

    /** What stood in Cockpit as an incident, by step. */
    Map<String, Integer> incidents() {
        return incidents;
    }

    /** What process owners had to do in Tasklist, by task. */
    Map<String, Integer> completed() {
        return completed;
    }

    /** How the clock was moved. */
    List<String> moves() {
        return moves;
    }

    /** Whether all of it came to rest. */
    boolean await() {
        installation.awaitAllNodes();
        try {
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(LOOK).atMost(LIMIT).until(this::isAtRest);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }

    private boolean isAtRest() {
        String state = state();
        if (load.unfinished() == 0 && rests()) {
            return true;
        }
        if (!state.equals(last)) {
            last = state;
            since = Instant.now();
        } else if (since.plus(QUIET).isBefore(Instant.now())) {
            goOn();
            since = Instant.now();
        }
        return false;
    }

    /** Nothing is due, being done, or to be tried again. */
    private boolean rests() {
        return records.due(installation.now()) == 0 && failed() == 0 && records.count("select count(*) from act_ru_incident") == 0
                && records.count("select count(*) " + OWNERS_TASKS) == 0;
    }

    private int failed() {
        return records.count(
                "select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 and exception_msg_ is not null");
    }

    /** What changes as long as anything goes on. */
    private String state() {
        return load.steps() + " " + records.texts("select id_ || ' ' || rev_ from act_ru_job order by id_");
    }

    /** Nothing happens by itself any more: an incident is retried, or the clock goes to what is next. */
    private void goOn() {
        List<Map<String, Object>> stuck = records.rows("""
                select j.id_ as job, coalesce(d.proc_def_key_ || ', ' || d.act_id_, '?') as step from act_ru_incident i
                join act_ru_job j on j.id_ = i.configuration_ left join act_ru_jobdef d on d.id_ = j.job_def_id_""");
        List<Map<String, Object>> tasks = records.rows("select id_ as task, task_def_key_ as step " + OWNERS_TASKS);
        if (!stuck.isEmpty() || !tasks.isEmpty()) {
            operate(stuck, tasks);
            return;
        }
        List<Timestamp> next = records.database().queryForList("""
                select min(greatest(lock_exp_time_, duedate_)) from act_ru_job
                where retries_ > 0 and suspension_state_ = 1 and (exception_msg_ is not null or lock_owner_ is not null)
                    and greatest(lock_exp_time_, duedate_) > ? having count(*) > 0""", Timestamp.class, Timestamp.from(installation.now()));
        Duration by = next.isEmpty() ? Duration.ofMinutes(2) : Duration.between(installation.now(), next.get(0).toInstant()).plusSeconds(1);
        if (!by.isNegative()) {
            moves.add(by.toString());
            installation.moveClock(by);
        }
    }

    /** As the operator's page says; where Mandate does not answer yet, later. */
    private void operate(List<Map<String, Object>> stuck, List<Map<String, Object>> tasks) {
        try {
            Visitor olivia = Visitor.signedIn(installation.nodes().get(0).port(), Scene.OLIVIA);
            for (Map<String, Object> one : stuck) {
                if (isDone(olivia.rest("PUT", ENGINE + "/job/" + one.get("job") + "/retries", "{\"retries\": 5}"))) {
                    incidents.merge(one.get("step").toString(), 1, Integer::sum);
                }
            }
            for (Map<String, Object> one : tasks) {
                if (isDone(olivia.rest("POST", ENGINE + "/task/" + one.get("task") + "/submit-form", "{\"variables\": {}}"))) {
                    completed.merge(one.get("step").toString(), 1, Integer::sum);
                }
            }
        } catch (AssertionError | UncheckedIOException notYet) {
            // At the next look.
        }
    }

    private static boolean isDone(HttpResponse<String> answer) {
        return answer.statusCode() < 300;
    }
}
