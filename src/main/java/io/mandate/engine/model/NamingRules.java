package io.mandate.engine.model;

import static io.mandate.engine.model.Rule.unless;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Rules on labels and on the ids that derive from them. */
final class NamingRules {

    static final List<Rule<?>> ALL = List.of(
            new Rule<>("file-name", (model, around) -> List.of(model.processId()), (id, model, around) ->
                    unless(id.equals(model.name()), "the process is called %s, not as its file", id)),
            new Rule<>("node-ids", (model, around) -> model.nodes(), (node, model, around) ->
                    derived(node.getId(), Labels.idOf(node))),
            new Rule<>("flow-ids", (model, around) -> model.flows(), (flow, model, around) ->
                    derived(flow.getId(), Labels.idOf(flow))),
            new Rule<>("message-ids", (model, around) -> model.all(Message.class), (message, model, around) ->
                    derived(message.getId(), "Message_" + message.getName())),
            new Rule<>("error-ids", (model, around) -> model.all(Error.class), (error, model, around) ->
                    derived(error.getId(), "Error_" + error.getErrorCode())),
            new Rule<>("unique-labels", (model, around) -> labels(model).distinct().toList(), (label, model, around) ->
                    unless(labels(model).filter(label::equals).count() == 1, "\"%s\" stands there twice", label)),
            new Rule<>("labels", (model, around) -> labelled(model), (node, model, around) ->
                    unless(!Labels.blank(node.getName()), "%s has no label", node.getId())),
            new Rule<>("named-ends", (model, around) -> model.all(EndEvent.class), (end, model, around) ->
                    unless(!Labels.blank(end.getName()), "%s does not name its result", end.getId())),
            new Rule<>("questions", (model, around) -> splits(model), (gateway, model, around) ->
                    unless(String.valueOf(gateway.getName()).endsWith("?"), "%s asks nothing", gateway.getId())),
            new Rule<>("answers", (model, around) -> answers(model), (flow, model, around) ->
                    unless(!Labels.blank(flow.getName()), "%s is no answer", flow.getId())));

    private NamingRules() {}

    private static Stream<String> derived(String id, String derived) {
        return unless(derived.equals(id), "%s must be called %s", id, derived);
    }

    private static Stream<String> labels(Model model) {
        return Stream.concat(model.nodes().stream(), model.flows().stream())
                .map(FlowElement::getName)
                .filter(Objects::nonNull);
    }

    /** Every node but gateways, which have rules of their own where they split, and ends. */
    private static Collection<FlowNode> labelled(Model model) {
        return model.nodes().stream()
                .filter(node -> !(node instanceof Gateway) && !(node instanceof EndEvent))
                .toList();
    }

    private static Collection<Gateway> splits(Model model) {
        return model.all(Gateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static Collection<SequenceFlow> answers(Model model) {
        return splits(model).stream().flatMap(gateway -> gateway.getOutgoing().stream()).toList();
    }
}
