package io.mandate.engine.model;

import static io.mandate.engine.model.Rule.unless;

import io.mandate.engine.model.Xml.Name;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Rules on what a diagram may be made of. Whatever is not listed is refused, so that nothing the engine can do is reached by a
 * diagram unless somebody has thought about it: scripts, classes, connectors, external tasks and the rest of its extensions.
 */
final class ExtensionRules {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** The drawing: nothing of it is executed. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    private static final Set<String> ELEMENTS = Set.of(
            "definitions", "process", "documentation", "extensionElements", "message", "error", "subProcess",
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition", "errorEventDefinition",
            "terminateEventDefinition", "userTask", "serviceTask", "manualTask", "callActivity", "exclusiveGateway",
            "parallelGateway", "eventBasedGateway", "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "textAnnotation", "text", "association");

    private static final Set<String> OF_CAMUNDA =
            Set.of("executionListener", "taskListener", "failedJobRetryTimeCycle", "in", "out");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id", "name", "targetNamespace", "exporter", "exporterVersion", "isExecutable", "errorCode", "errorRef", "messageRef",
            "attachedToRef", "cancelActivity", "isInterrupting", "triggeredByEvent", "calledElement", "default", "gatewayDirection",
            "sourceRef", "targetRef", "associationDirection", "textFormat");

    private static final Set<String> ATTRIBUTES_OF_CAMUNDA = Set.of(
            "historyTimeToLive", "isStartableInTasklist", "versionTag", "asyncBefore", "asyncAfter", "exclusive",
            "delegateExpression", "candidateGroups", "formRef", "formRefBinding", "calledElementBinding",
            "event", "businessKey", "source", "target");

    static final List<Rule<?>> ALL = List.of(
            new Rule<>("executable", (model, around) -> List.of(model.process()), (process, model, around) ->
                    unless(process.isExecutable(), "the engine would not execute it")),
            new Rule<>("elements", (model, around) -> elements(model), (element, model, around) ->
                    unless(isListed(Name.of(element)), "<%s> is none of the elements that diagrams are made of", element.getLocalName())),
            new Rule<>("attributes", (model, around) -> attributes(model), (attribute, model, around) ->
                    unless(isListed(attribute), "\"%s\" is none of the properties that diagrams use", attribute.getLocalName())),
            new Rule<>("expressions", (model, around) -> Xml.texts(model.xml()).toList(), (text, model, around) ->
                    unless(Expression.isAllowed(text), "\"%s\" is no expression of an allowed form", shortened(text))));

    private ExtensionRules() {}

    /** All elements but those that other rules name better. */
    private static Collection<Element> elements(Model model) {
        return all(model).filter(element -> !EngineRules.SCRIPTS.contains(element.getLocalName())).toList();
    }

    private static Collection<Attr> attributes(Model model) {
        return all(model)
                .filter(element -> isListed(Name.of(element)))
                .flatMap(element -> Xml.attributes(element).stream())
                .filter(attribute -> !EngineRules.CODE.contains(attribute.getLocalName()))
                .toList();
    }

    /** Everything but the drawing. */
    private static Stream<Element> all(Model model) {
        return Xml.elements(model.xml()).filter(element -> !DRAWING.contains(Name.of(element).namespace()));
    }

    private static boolean isListed(Name element) {
        return switch (element.namespace()) {
            case BPMN -> ELEMENTS.contains(element.local());
            case EngineRules.CAMUNDA -> OF_CAMUNDA.contains(element.local());
            default -> false;
        };
    }

    /** On Camunda's own elements its attributes have no namespace. */
    private static boolean isListed(Attr attribute) {
        Name name = Name.of(attribute);
        boolean camundas = EngineRules.CAMUNDA.equals(attribute.getOwnerElement().getNamespaceURI());
        return switch (name.namespace()) {
            case "" -> (camundas ? ATTRIBUTES_OF_CAMUNDA : ATTRIBUTES).contains(name.local());
            case EngineRules.CAMUNDA -> ATTRIBUTES_OF_CAMUNDA.contains(name.local());
            case MODELER -> true;
            case INSTANCE -> Set.of("type", "schemaLocation").contains(name.local());
            default -> false;
        };
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
