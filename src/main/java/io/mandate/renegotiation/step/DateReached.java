package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.relationship.Renegotiations;
import io.mandate.renegotiation.RenegotiationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("renegotiationDateReached")
public class DateReached {

    private final Renegotiations renegotiations;

    DateReached(Renegotiations renegotiations) {
        this.renegotiations = renegotiations;
    }

    /** The timer's date: the one that all agreed on. */
    public Date next(DelegateExecution execution) {
        return Date.from(renegotiations.get(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION)).takesEffectAt());
    }
}
