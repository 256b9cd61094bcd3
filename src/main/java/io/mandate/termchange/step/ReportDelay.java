package io.mandate.termchange.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termchange.TermChangeProcess;
import io.mandate.termchange.TermReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("termchangeReportDelay")
class ReportDelay implements JavaDelegate {

    private final TermReports reports;

    ReportDelay(TermReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.tellDelay(ProcessVariables.id(execution, TermChangeProcess.TERM_CHANGE));
    }
}
