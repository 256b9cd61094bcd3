package io.mandate.renegotiation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.renegotiation.DutyReports;
import io.mandate.renegotiation.RenegotiationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renegotiationReportLapse")
class ReportLapse implements JavaDelegate {

    private final DutyReports reports;

    ReportLapse(DutyReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.reportLapse(ProcessVariables.id(execution, RenegotiationProcess.RENEGOTIATION));
    }
}
