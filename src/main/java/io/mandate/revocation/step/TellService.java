package io.mandate.revocation.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.revocation.Clearing;
import io.mandate.revocation.RevocationProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("revocationTellService")
class TellService implements JavaDelegate {

    private final Clearing clearing;

    TellService(Clearing clearing) {
        this.clearing = clearing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clearing.tell(ProcessVariables.id(execution, RevocationProcess.REVOCATION));
    }
}
