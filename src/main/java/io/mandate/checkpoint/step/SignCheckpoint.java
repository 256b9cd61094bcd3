package io.mandate.checkpoint.step;

import io.mandate.checkpoint.CheckpointProcess;
import io.mandate.evidence.Checkpoints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkpointSignCheckpoint")
class SignCheckpoint implements JavaDelegate {

    private final Checkpoints checkpoints;

    SignCheckpoint(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(CheckpointProcess.MORE_DUE, checkpoints.sign());
    }
}
