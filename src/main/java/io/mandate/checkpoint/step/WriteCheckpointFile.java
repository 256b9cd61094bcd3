package io.mandate.checkpoint.step;

import io.mandate.evidence.CheckpointFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkpointWriteCheckpointFile")
class WriteCheckpointFile implements JavaDelegate {

    private final CheckpointFile file;

    WriteCheckpointFile(CheckpointFile file) {
        this.file = file;
    }

    @Override
    public void execute(DelegateExecution execution) {
        file.update();
    }
}
