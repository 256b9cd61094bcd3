package io.mandate.grant.step;

import io.mandate.engine.ProcessVariables;
import io.mandate.grant.GrantProcess;
import io.mandate.grant.Grants;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("grantRecordPermission")
class RecordPermission implements JavaDelegate {

    private final Grants grants;

    RecordPermission(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Grants.Recorded recorded = grants.record(ProcessVariables.id(execution, GrantProcess.REQUEST));
        execution.setVariable(GrantProcess.TAKEN_OVER, recorded.takenOver());
        execution.setVariable(GrantProcess.TELLABLE, recorded.tellable());
    }
}
