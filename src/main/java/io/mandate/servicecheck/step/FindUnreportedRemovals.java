package io.mandate.servicecheck.step;

import io.mandate.servicecheck.ServiceCheckProcess;
import io.mandate.servicecheck.UnreportedRemovals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("servicecheckFindUnreportedRemovals")
class FindUnreportedRemovals implements JavaDelegate {

    private final ServiceCheckProcess process;
    private final UnreportedRemovals removals;

    FindUnreportedRemovals(ServiceCheckProcess process, UnreportedRemovals removals) {
        this.process = process;
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean more = process.begun(execution.getProcessInstanceId()).map(removals::find).orElse(false);
        execution.setVariable(ServiceCheckProcess.MORE_DUE, more);
    }
}
