package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Renegotiations;
import io.mandate.renegotiation.RenegotiationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("renegotiationTimeToAcceptOver")
public class TimeToAcceptOver {

    private final Renegotiations renegotiations;

    TimeToAcceptOver(Renegotiations renegotiations) {
        this.renegotiations = renegotiations;
    }

    /** The timer's date: the one that the other partner was told. */
    public Date next(DelegateExecution execution) {
        return Date.from(renegotiations.get(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION)).answerUntil());
    }
}
