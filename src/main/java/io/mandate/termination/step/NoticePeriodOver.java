package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Terminations;
import io.mandate.termination.TerminationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("terminationNoticePeriodOver")
public class NoticePeriodOver {

    private final Terminations terminations;

    NoticePeriodOver(Terminations terminations) {
        this.terminations = terminations;
    }

    /** The timer's date: the one that both sides were told. */
    public Date next(DelegateExecution execution) {
        return Date.from(terminations.get(ProcessVariables.id(execution, TerminationProcess.TERMINATION)).noticeUntil());
    }
}
