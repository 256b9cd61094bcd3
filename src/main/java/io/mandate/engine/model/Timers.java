package io.mandate.engine.model;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Timers as the engine reads them when they are reached. */
final class Timers {

    private Timers() {}

    /** What the timer waits for, if it is an expression. */
    static Optional<Expression> expression(TimerEventDefinition timer) {
        return Expression.of(text(timer));
    }

    /** Whether the engine can make a date of it; an expression is taken to give one. */
    static boolean parses(TimerEventDefinition timer) {
        return expression(timer).isPresent() || parses(calendar(timer), text(timer));
    }

    /** Whether the engine can make a pause of each part of a retry cycle, such as {@code PT1M,PT5M}. */
    static boolean parsesAsPauses(String cycle) {
        return Stream.of(cycle.split(",")).allMatch(pause -> parses(new DurationBusinessCalendar(), pause.strip()));
    }

    static String text(TimerEventDefinition timer) {
        var element = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(found -> found != null)
                .findFirst();
        return element.map(found -> found.getTextContent().strip()).orElse("");
    }

    private static boolean parses(BusinessCalendar calendar, String text) {
        try {
            return !text.isEmpty() && calendar.resolveDuedate(text) != null;
        } catch (ProcessEngineException unreadable) {
            return false;
        }
    }

    private static BusinessCalendar calendar(TimerEventDefinition timer) {
        if (timer.getTimeCycle() != null) {
            return new CycleBusinessCalendar();
        }
        return timer.getTimeDate() == null ? new DurationBusinessCalendar() : new DueDateBusinessCalendar();
    }
}
