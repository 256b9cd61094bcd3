package io.mandate.revocation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.revocation.RemovalReports;
import io.mandate.revocation.RevocationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("revocationReportDelay")
class ReportDelay implements JavaDelegate {

    private final RemovalReports reports;

    ReportDelay(RemovalReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.tellDelay(ProcessVariables.id(execution, RevocationProcess.REVOCATION));
    }
}
