package io.mandate.restoration.step;

import io.mandate.acceptance.Waiting;
import io.mandate.engine.ProcessVariables;
import io.mandate.restoration.RestorationProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

@Component("restorationValidityOver")
public class ValidityOver {

    private final Waiting waiting;

    ValidityOver(Waiting waiting) {
        this.waiting = waiting;
    }

    /** The timer's date. */
    public Date at(DelegateExecution execution) {
        return Date.from(waiting.endWithoutDelivery(ProcessVariables.id(execution, RestorationProcess.REQUEST)));
    }
}
