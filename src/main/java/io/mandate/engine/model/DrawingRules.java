package io.mandate.engine.model;

import static io.mandate.engine.model.Rule.unless;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Rules on what a reader of the picture sees. */
final class DrawingRules {

    private static final String BUSINESS_KEY = "Business key = relationship id";

    static final List<Rule<?>> ALL = List.of(
            new Rule<>("shapes", (model, around) -> model.nodes(), (node, model, around) ->
                    unless(node.getDiagramElement() != null, "%s is not drawn", node.getId())),
            new Rule<>("edges", (model, around) -> model.flows(), (flow, model, around) ->
                    unless(flow.getDiagramElement() != null, "%s is not drawn", flow.getId())),
            new Rule<>("annotation", (model, around) -> starts(model), (start, model, around) ->
                    unless(notesAt(start, model).anyMatch(BUSINESS_KEY::equals), "%s names no key", start.getId())));

    private DrawingRules() {}

    /** Where a process starts that is about something; one that the clock starts is about no relationship. */
    private static List<StartEvent> starts(Model model) {
        return model.all(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .filter(start -> start.getEventDefinitions().stream().noneMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    private static Stream<String> notesAt(FlowNode node, Model model) {
        return model.all(Association.class).stream()
                .flatMap(association -> Stream.of(association.getSource(), association.getTarget())
                        .filter(TextAnnotation.class::isInstance)
                        .filter(end -> association.getSource().equals(node) || association.getTarget().equals(node)))
                .map(note -> ((TextAnnotation) note).getText())
                .filter(Objects::nonNull)
                .map(text -> text.getTextContent().strip());
    }
}
