package io.mandate.revocation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.revocation.Clearing;
import io.mandate.revocation.RevocationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("revocationCheckService")
class CheckService implements JavaDelegate {

    private final Clearing clearing;

    CheckService(Clearing clearing) {
        this.clearing = clearing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean left = clearing.check(ProcessVariables.id(execution, RevocationProcess.REVOCATION));
        execution.setVariable(RevocationProcess.SOMETHING_LEFT, left);
    }
}
