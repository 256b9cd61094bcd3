package io.mandate.termination.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termination.EndReports;
import io.mandate.termination.TerminationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("terminationAnnounceEnd")
class AnnounceEnd implements JavaDelegate {

    private final EndReports reports;

    AnnounceEnd(EndReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.announceEnd(ProcessVariables.id(execution, TerminationProcess.TERMINATION));
    }
}
