package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.renegotiation.DutyReports;
import io.mandate.renegotiation.RenegotiationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renegotiationTellBothSides")
class TellBothSides implements JavaDelegate {

    private final DutyReports reports;

    TellBothSides(DutyReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.tellBothSides(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
    }
}
