package io.mandate.grant.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.grant.GrantProcess;
import io.mandate.grant.Grants;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("grantRemoveFromPreviousPartner")
class RemoveFromPreviousPartner implements JavaDelegate {

    private final Grants grants;

    RemoveFromPreviousPartner(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        grants.removeFromPreviousPartner(ProcessVariables.id(execution, GrantProcess.REQUEST));
    }
}
