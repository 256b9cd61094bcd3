package io.mandate.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The engine's settings that differ from its defaults, each because of what it costs or lets happen. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // Reminders: the next date is asked for when one is due.
        engine.setReevaluateTimeCycleWhenDue(true);
        // Lets an index find due jobs.
        engine.setEnsureJobDueDateNotNull(true);
        // Otherwise every history row of a hierarchy is written again at its end; cleanup goes by end time.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        // No variable may hold a serialised Java object.
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDefaultNumberOfRetries(5);
        engine.setFailedJobCommandFactory(new FailedJobs());
    }
}
