package io.mandate.engine;

import io.mandate.LogContext;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The engine's settings that differ from its defaults, each because of what it costs or lets happen. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;
    private final HistoryProperties history;

    EngineSettings(ApplicationEventPublisher events, HistoryProperties history) {
        this.events = events;
        this.history = history;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // Reminders: the next date is asked for when one is due.
        engine.setReevaluateTimeCycleWhenDue(true);
        // Lets an index find due jobs.
        engine.setEnsureJobDueDateNotNull(true);
        // Otherwise every history row of a hierarchy is written again at its end; cleanup goes by end time.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        history.window().ifPresent(window -> {
            engine.setHistoryCleanupBatchWindowStartTime(window.begin());
            engine.setHistoryCleanupBatchWindowEndTime(window.end());
        });
        code(engine);
        parts(engine);
        log(engine);
        engine.setDefaultNumberOfRetries(5);
        engine.setFailedJobCommandFactory(new FailedJobs(events));
    }

    /** Nothing that is typed, sent or drawn becomes code. */
    private static void code(ProcessEngineConfigurationImpl engine) {
        // There is no setter; the engine makes its own only where there are none.
        PropertyAccessorFactory.forDirectFieldAccess(engine).setPropertyValue("variableSerializers", new PlainVariables());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        NoScripts none = new NoScripts();
        engine.setScriptFactory(none);
        engine.setScriptEngineResolver(none);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setAutoStoreScriptVariables(false);
        engine.setArtifactFactory(new NoClasses());
        engine.setEnableXxeProcessing(false);
        engine.setEnableExpressionsInAdhocQueries(false);
    }

    /** What the engine works on is in the log under the names that Mandate uses, too. */
    private static void log(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextBusinessKey(LogContext.RELATIONSHIP);
        engine.setLoggingContextProcessDefinitionKey(LogContext.DIAGRAM);
        engine.setLoggingContextActivityId(LogContext.ACTIVITY);
        engine.setLoggingContextProcessInstanceId("instance");
        // Nothing that the others do not say.
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new LogContextPerCommand()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new LogContextPerCommand()));
    }

    /** What Mandate has no use for is not there. */
    private static void parts(ProcessEngineConfigurationImpl engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        // An error that no diagram catches would end its path without a word; so it is an incident.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }
}
