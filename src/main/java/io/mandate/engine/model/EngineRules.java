package io.mandate.engine.model;

import static io.mandate.engine.model.Rule.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Rules on what the engine makes of a diagram. */
final class EngineRules {

    /** The namespace of what Camunda adds to BPMN. */
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String KEY_HANDED_ON = "#{execution.processBusinessKey}";
    static final Set<String> SCRIPTS = Set.of("script", "scriptTask", "connector", "inputOutput");

    /** The attributes that name a class, or hold an expression to be run. */
    static final Set<String> CODE = Set.of("class", "expression");

    static final List<Rule<?>> ALL = List.of(
            new Rule<>("time-to-live", (model, around) -> List.of(model.process()), (process, model, around) ->
                    unless(daysToLive(process.getCamundaHistoryTimeToLiveString()), "its history has no time to live")),
            new Rule<>("timers", (model, around) -> model.all(TimerEventDefinition.class), (timer, model, around) ->
                    unless(Timers.parses(timer), "the engine cannot read the timer \"%s\"", Timers.text(timer))),
            new Rule<>("retries", (model, around) -> jobs(model), (activity, model, around) ->
                    unless(retried(activity), "%s is not tried again after readable pauses", activity.getId())),
            new Rule<>("scripts", (model, around) -> elements(model), (element, model, around) ->
                    unless(!SCRIPTS.contains(element.getLocalName()), "<%s> holds a script", element.getLocalName())),
            new Rule<>("classes", (model, around) -> elements(model), (element, model, around) ->
                    unless(!has(element, "class"), "<%s> names a class", element.getLocalName())),
            new Rule<>("inline-expressions", (model, around) -> elements(model), (element, model, around) ->
                    unless(!has(element, "expression"), "<%s> holds an expression", element.getLocalName())),
            new Rule<>("forms", (model, around) -> formRefs(model), (form, model, around) ->
                    unless(around.forms().contains(form), "no form %s comes with it", form)),
            new Rule<>("form-bindings", (model, around) -> withForms(model), (element, model, around) ->
                    unless(isDeployment(element.getAttribute(CAMUNDA, "formRefBinding")), "a form is loosely bound")),
            new Rule<>("calls", (model, around) -> model.all(CallActivity.class), (call, model, around) ->
                    unless(around.diagrams().contains(String.valueOf(call.getCalledElement())),
                            "%s calls no diagram that comes with it", call.getId())),
            new Rule<>("call-bindings", (model, around) -> model.all(CallActivity.class), (call, model, around) ->
                    unless(isDeployment(call.getCamundaCalledElementBinding()), "%s is loosely bound", call.getId())),
            new Rule<>("business-key", (model, around) -> model.all(CallActivity.class), (call, model, around) ->
                    unless(handsKeyOn(call), "%s does not hand on the business key", call.getId())));

    private EngineRules() {}

    private static boolean daysToLive(String text) {
        try {
            return ParseUtil.parseHistoryTimeToLive(text) != null;
        } catch (ProcessEngineException unreadable) {
            return false;
        }
    }

    private static List<Activity> jobs(Model model) {
        return model.all(Activity.class).stream().filter(Activity::isCamundaAsyncBefore).toList();
    }

    private static boolean retried(Activity activity) {
        var extensions = activity.getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaFailedJobRetryTimeCycle.class).list().stream()
                        .anyMatch(cycle -> Timers.parsesAsPauses(cycle.getTextContent()));
    }

    private static List<DomElement> elements(Model model) {
        return below(model.bpmn().getDefinitions().getDomElement()).toList();
    }

    private static Stream<DomElement> below(DomElement element) {
        return Stream.concat(Stream.of(element), element.getChildElements().stream().flatMap(EngineRules::below));
    }

    /** Whether an element has an attribute of Camunda's; on Camunda's own elements these have no namespace. */
    private static boolean has(DomElement element, String attribute) {
        return element.hasAttribute(CAMUNDA, attribute)
                || CAMUNDA.equals(element.getNamespaceURI()) && element.hasAttribute(attribute);
    }

    private static List<DomElement> withForms(Model model) {
        return Stream.<ModelElementInstance>concat(
                        model.all(StartEvent.class).stream(), model.all(UserTask.class).stream())
                .map(ModelElementInstance::getDomElement)
                .filter(element -> element.hasAttribute(CAMUNDA, "formRef"))
                .toList();
    }

    private static List<String> formRefs(Model model) {
        return withForms(model).stream().map(element -> element.getAttribute(CAMUNDA, "formRef")).toList();
    }

    private static boolean isDeployment(String binding) {
        return "deployment".equals(binding);
    }

    private static boolean handsKeyOn(CallActivity call) {
        return call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> KEY_HANDED_ON.equals(in.getCamundaBusinessKey()));
    }
}
