package io.mandate.engine.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * How names derive from labels: "Tell both sides" in {@code grant} is the class TellBothSides, the id
 * Task_TellBothSides and the bean grantTellBothSides.
 */
final class Labels {

    private Labels() {}

    /** The label in one word: "Draft left for 30 days" is DraftLeftFor30Days. */
    static String word(String label) {
        return Arrays.stream(label.split("[^\\p{Alnum}]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** The package of a process, and how the names of its beans begin: its id without hyphens. */
    static String packageOf(String processId) {
        return processId.replace("-", "");
    }

    /** The variable with the id of what a process is about: "term-change" carries termChange. */
    static String subject(String processId) {
        String word = word(processId);
        return Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    /** The bean of a step of a process. */
    static String bean(String processId, String label) {
        return packageOf(processId) + word(label);
    }

    /** The id that a node must have. A joining gateway has no label: it is named after the node it leads to. */
    static String idOf(FlowNode node) {
        return type(node) + "_" + nameOf(node);
    }

    /** The id that a flow must have: its own label, else where it comes from and leads to. */
    static String idOf(SequenceFlow flow) {
        return "Flow_"
                + (blank(flow.getName())
                        ? nameOf(flow.getSource()) + "To" + nameOf(flow.getTarget())
                        : word(flow.getName()));
    }

    static boolean blank(String label) {
        return label == null || label.isBlank();
    }

    /** Where two joining gateways follow each other before the same node, the farther one ends in 2. */
    private static String nameOf(FlowNode node) {
        if (!blank(node.getName()) || node.getSucceedingNodes().count() != 1) {
            return word(Objects.requireNonNullElse(node.getName(), ""));
        }
        var next = node.getSucceedingNodes().singleResult();
        return blank(next.getName()) ? nameOf(next) + "2" : "Before" + word(next.getName());
    }

    private static String type(FlowNode node) {
        if (node instanceof StartEvent) {
            return "StartEvent";
        } else if (node instanceof EndEvent) {
            return "EndEvent";
        } else if (node instanceof Event) {
            return "Event";
        } else if (node instanceof Gateway) {
            return "Gateway";
        } else if (node instanceof SubProcess) {
            return "SubProcess";
        }
        return node instanceof CallActivity ? "CallActivity" : "Task";
    }
}
