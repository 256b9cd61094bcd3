package io.mandate.grant.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.grant.GrantProcess;
import io.mandate.grant.ServiceSetup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("grantCheckService")
class CheckService implements JavaDelegate {

    private final ServiceSetup setup;

    CheckService(ServiceSetup setup) {
        this.setup = setup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean missing = !setup.missing(ProcessVariables.id(execution, GrantProcess.REQUEST)).isEmpty();
        execution.setVariable(GrantProcess.SOMETHING_MISSING, missing);
    }
}
