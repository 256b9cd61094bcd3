package io.mandate.restoration.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.request.Reports;
import io.mandate.restoration.RestorationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("restorationReportExpiry")
class ReportExpiry implements JavaDelegate {

    private final Reports reports;

    ReportExpiry(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.expiry(ProcessVariables.id(execution, RestorationProcess.REQUEST));
    }
}
