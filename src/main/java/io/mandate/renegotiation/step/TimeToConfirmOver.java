package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Renegotiations;
import io.mandate.renegotiation.RenegotiationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("renegotiationTimeToConfirmOver")
public class TimeToConfirmOver {

    private final Renegotiations renegotiations;

    TimeToConfirmOver(Renegotiations renegotiations) {
        this.renegotiations = renegotiations;
    }

    /** The timer's date: the one that both sides were told. */
    public Date next(DelegateExecution execution) {
        return Date.from(renegotiations.get(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION)).answerUntil());
    }
}
