package io.mandate.grant.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.grant.GrantProcess;
import io.mandate.grant.ServiceSetup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("grantTellService")
class TellService implements JavaDelegate {

    private final ServiceSetup setup;

    TellService(ServiceSetup setup) {
        this.setup = setup;
    }

    @Override
    public void execute(DelegateExecution execution) {
        setup.tell(ProcessVariables.id(execution, GrantProcess.REQUEST));
    }
}
