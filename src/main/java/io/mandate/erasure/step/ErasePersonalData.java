package io.mandate.erasure.step;

import io.mandate.erasure.ErasureProcess;
import io.mandate.erasure.PersonalData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("erasureErasePersonalData")
class ErasePersonalData implements JavaDelegate {

    private final PersonalData data;

    ErasePersonalData(PersonalData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ErasureProcess.MORE_DUE, data.erase());
    }
}
