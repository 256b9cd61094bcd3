package io.mandate.invitation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.invitation.InvitationProcess;
import io.mandate.request.Reports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("invitationReportDecline")
class ReportDecline implements JavaDelegate {

    private final Reports reports;

    ReportDecline(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.decline(ProcessVariables.id(execution, InvitationProcess.REQUEST));
    }
}
