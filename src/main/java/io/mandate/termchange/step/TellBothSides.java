package io.mandate.termchange.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termchange.TermChangeProcess;
import io.mandate.termchange.TermReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("termchangeTellBothSides")
class TellBothSides implements JavaDelegate {

    private final TermReports reports;

    TellBothSides(TermReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.tellBothSides(ProcessVariables.id(execution, TermChangeProcess.TERM_CHANGE));
    }
}
