package io.mandate.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.DelegateListener;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Notes every node and flow of every diagram that any test of the context went through. */
@TestComponent
public class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> drawn = new ConcurrentHashMap<>();
    private final Set<String> passed = new ConcurrentSkipListSet<>();

    /** The ids of the nodes and flows of a diagram through which no test went; empty is what one wants to see. */
    public Set<String> missed(String process) {
        Set<String> missed = new TreeSet<>(drawn.get(process));
        missed.removeIf(element -> passed.contains(process + "/" + element));
        return missed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                watch(process.getKey(), process);
            }
        });
    }

    private void watch(String process, ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, note(process, activity.getId()));
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, note(process, flow.getId()));
            }
            watch(process, activity);
        }
    }

    private DelegateListener<?> note(String process, String element) {
        drawn.computeIfAbsent(process, key -> new ConcurrentSkipListSet<>()).add(element);
        return (ExecutionListener) execution -> passed.add(process + "/" + element);
    }
}
