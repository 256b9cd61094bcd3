package io.mandate.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What the engine refuses to people who work in its web apps, whatever address they call. */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

    /** User names are e-mail addresses; groups are named after partners and customers. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._+@-]*";

    private final ApplicationContext beans;
    private final FormFields forms;
    private final FormRefusals refusals;

    EngineHardening(ApplicationContext beans, FormFields forms, FormRefusals refusals) {
        this.beans = beans;
        this.forms = forms;
        this.refusals = refusals;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(beans));
        engine.setCustomPreDeployers(List.of(new CheckedDeployments()));
        engine.setGeneralResourceWhitelistPattern(IDS);
        // What people are refused is no error of ours, and what they typed does not belong in the log.
        engine.setEnableCmdExceptionLogging(false);
        engine.setResourceAuthorizationProvider(new TaskRights());
        engine.setCustomPostCommandInterceptorsTxRequired(withContract(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                withContract(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
    }

    private List<CommandInterceptor> withContract(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new UsedDeployments());
        all.add(new FormContract(forms, refusals));
        all.add(new PeopleLimits());
        return all;
    }
}
