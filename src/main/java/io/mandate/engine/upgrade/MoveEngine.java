package io.mandate.engine.upgrade;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Makes the engine know how instances are moved. */
@Component
class MoveEngine extends AbstractProcessEnginePlugin {

    private final MoveBatch batch;

    MoveEngine(MoveBatch batch) {
        this.batch = batch;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomBatchJobHandlers(List.of(batch));
    }
}
