package io.mandate.engine.model;

import static io.mandate.engine.model.Rule.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Rules on how a diagram and the code behind it find each other. */
final class CodeRules {

    /** The one bean in a step package that is no step: who may take the tasks of a process. */
    private static final String CANDIDATES = "Candidates";

    static final List<Rule<?>> ALL = List.of(
            new Rule<>("service-task-beans", (model, around) -> model.all(ServiceTask.class), (task, model, around) ->
                    delegated(task, task.getCamundaDelegateExpression(), model)),
            new Rule<>("listener-beans", (model, around) -> listeners(model), (listener, model, around) ->
                    delegated(owner(listener), delegateOf(listener), model)),
            new Rule<>("timer-beans", (model, around) -> askingTimers(model), (timer, model, around) -> {
                var bean = Timers.expression(timer).flatMap(Expression::calledBean);
                return belongs(owner(timer), bean, model);
            }),
            new Rule<>("start-timers", (model, around) -> askingTimers(model), (timer, model, around) -> {
                var asksAboutIt = Timers.expression(timer).filter(Expression::knowsExecution).isPresent();
                return unless(asksAboutIt != startsProcess(owner(timer)),
                        "%s asks about an execution before there is one, or not about its own", owner(timer).getId());
            }),
            new Rule<>("candidate-beans", (model, around) -> candidates(model), (task, model, around) -> {
                var expected = "${%s.of(execution)}".formatted(Labels.bean(model.processId(), CANDIDATES));
                return unless(
                        expected.equals(task.getCamundaCandidateGroups()), "%s must ask %s", task.getId(), expected);
            }),
            new Rule<>("step-classes", (model, around) -> beans(model), (bean, model, around) ->
                    unless(bean.equals(stepBean(bean, model, around)), "no step class for the bean %s", bean)),
            new Rule<>("dead-steps", (model, around) -> around.steps().entrySet(), (step, model, around) ->
                    unless(beans(model).contains(step.getValue()) || around.keptSteps().contains(step.getKey()),
                            "the class %s is no step of it", step.getKey())),
            new Rule<>("key", (model, around) -> List.of(model.processId()), (id, model, around) ->
                    unless(id.equals(around.constants().get("KEY")), "the constant KEY is not %s", id)),
            new Rule<>("messages", (model, around) -> model.all(Message.class), (message, model, around) ->
                    constant(message.getName(), around)),
            new Rule<>("variables", (model, around) -> variables(model), (variable, model, around) ->
                    constant(variable, around)),
            new Rule<>("constants", (model, around) -> otherConstants(around), (constant, model, around) ->
                    unless(known(model, around).contains(constant), "there is no %s in it", constant)));

    private CodeRules() {}

    private static Stream<String> delegated(FlowElement element, String delegate, Model model) {
        return belongs(element, Expression.of(delegate).map(Expression::text), model);
    }

    private static Stream<String> belongs(FlowElement element, Optional<String> bean, Model model) {
        if (element == null) {
            return Stream.of("a listener hangs on the process instead of a step");
        }
        var expected = Labels.bean(model.processId(), String.valueOf(element.getName()));
        return unless(bean.equals(Optional.of(expected)), "%s must use the bean %s", element.getId(), expected);
    }

    private static Stream<String> constant(String value, Surroundings around) {
        return unless(around.constants().containsValue(value), "no constant for %s", value);
    }

    private static List<String> otherConstants(Surroundings around) {
        return around.constants().entrySet().stream()
                .filter(constant -> !constant.getKey().equals("KEY"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<ModelElementInstance> listeners(Model model) {
        return Stream.<ModelElementInstance>concat(
                        model.all(CamundaExecutionListener.class).stream(),
                        model.all(CamundaTaskListener.class).stream())
                .toList();
    }

    private static String delegateOf(ModelElementInstance listener) {
        return listener instanceof CamundaTaskListener onTask
                ? onTask.getCamundaDelegateExpression()
                : ((CamundaExecutionListener) listener).getCamundaDelegateExpression();
    }

    private static List<TimerEventDefinition> askingTimers(Model model) {
        return model.all(TimerEventDefinition.class).stream()
                .filter(timer -> Timers.expression(timer).filter(Expression::calls).isPresent())
                .toList();
    }

    private static boolean startsProcess(FlowElement element) {
        return element instanceof StartEvent && element.getParentElement() instanceof Process;
    }

    private static List<UserTask> candidates(Model model) {
        return model.all(UserTask.class).stream()
                .filter(task -> task.getCamundaCandidateGroups() != null)
                .toList();
    }

    /** The flow element that a listener or an event definition hangs on; null where that is the process. */
    private static FlowElement owner(ModelElementInstance part) {
        return part == null || part instanceof FlowElement ? (FlowElement) part : owner(part.getParentElement());
    }

    /** Every bean that the diagram names. */
    private static Set<String> beans(Model model) {
        var delegates = Stream.concat(
                model.all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                listeners(model).stream().map(CodeRules::delegateOf));
        return Stream.concat(
                        delegates.flatMap(text -> Expression.of(text).stream()).map(Expression::text),
                        model.expressions().stream().flatMap(expression -> expression.calledBean().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bean that the class for a bean's name really is; empty where there is no such class. */
    private static String stepBean(String bean, Model model, Surroundings around) {
        var prefix = Labels.packageOf(model.processId());
        return bean.startsWith(prefix) ? around.steps().getOrDefault(bean.substring(prefix.length()), "") : "";
    }

    /** Every variable that the diagram names. */
    private static Set<String> variables(Model model) {
        var mapped = Stream.concat(
                model.all(CamundaIn.class).stream().map(CamundaIn::getCamundaSource),
                model.all(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget));
        var beans = beans(model);
        return Stream.concat(
                        mapped.filter(Objects::nonNull),
                        model.expressions().stream().flatMap(Expression::names).filter(name -> !beans.contains(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that a constant of the process may stand for. */
    private static Set<String> known(Model model, Surroundings around) {
        var known = new HashSet<>(variables(model));
        known.addAll(around.handedOver());
        known.add(Labels.subject(model.processId()));
        model.all(BaseElement.class).forEach(element -> known.add(element.getId()));
        model.all(Message.class).forEach(message -> known.add(message.getName()));
        model.all(Error.class).forEach(error -> known.add(error.getErrorCode()));
        model.expressions().forEach(expression -> known.addAll(expression.literals()));
        return known;
    }
}
