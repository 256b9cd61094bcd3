package io.mandate.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Processes that start by themselves, again and again. The engine keeps one date for each, whatever the number of nodes. */
@Component
public class Schedules {

    private static final String NEVER = "R/9999-12-31T00:00:00Z/P1D";
    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final Clock clock;
    private final ManagementService management;
    private final HistoryService history;

    Schedules(Clock clock, ManagementService management, HistoryService history) {
        this.clock = clock;
        this.management = management;
        this.history = history;
    }

    /** An instance that is under way. */
    public record Run(String instance, Instant begun) {}

    /** A timer's cycle (ISO 8601): so often, the first time after as long; never for a duration of zero. */
    public static String cycle(Duration every) {
        return every.isZero() ? NEVER : "R/" + every;
    }

    /** Sets the next start of a process anew if it is later than it would be by the timer's present cycle, or not wanted. */
    public void fit(String process, Duration every) {
        management.createJobQuery().processDefinitionKey(process).timers().withRetriesLeft().list().stream()
                .filter(next -> !fits(next.getDuedate().toInstant(), every))
                .forEach(this::setAnew);
    }

    /** Whether this date of a start means that there is none. */
    public static boolean isNever(Instant due) {
        return due.isAfter(FAR_AWAY);
    }

    private boolean fits(Instant due, Duration every) {
        return every.isZero() ? isNever(due) : !due.isAfter(clock.instant().plus(every));
    }

    private void setAnew(Job next) {
        try {
            management.recalculateJobDuedate(next.getId(), false);
        } catch (OptimisticLockingException | NotFoundException meanwhile) {
            // It was just run, which has set the next date, or another node did the same.
        }
    }

    /** The oldest instance of a process that is under way. */
    public Optional<Run> oldest(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).unfinished()
                .orderByProcessInstanceStartTime().asc().orderByProcessInstanceId().asc().listPage(0, 1).stream()
                .map(run -> new Run(run.getId(), run.getStartTime().toInstant())).findFirst();
    }
}
