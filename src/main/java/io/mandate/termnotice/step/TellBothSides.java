package io.mandate.termnotice.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.termnotice.TermNoticeProcess;
import io.mandate.termnotice.TermNotifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("termnoticeTellBothSides")
class TellBothSides implements JavaDelegate {

    private final TermNotifications notifications;

    TellBothSides(TermNotifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifications.tellBothSides(ProcessVariables.id(execution, TermNoticeProcess.TERM_NOTICE));
    }
}
