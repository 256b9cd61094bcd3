package io.mandate.engine.model;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/**
 * One diagram.
 *
 * @param name the file's name without its extension
 * @param xml its root element
 * @param expressions every expression in it, wherever it stands
 */
public record Model(String name, BpmnModelInstance bpmn, Element xml, List<Expression> expressions) {

    /**
     * Reads a diagram.
     *
     * @throws UnreadableModelException where it is none by the schema of BPMN, or not of exactly one process that has an id
     */
    public static Model read(String name, byte[] content) {
        Element xml = Xml.read(content);
        try {
            var bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
            var processes = bpmn.getModelElementsByType(Process.class);
            if (processes.size() != 1 || processes.iterator().next().getId() == null) {
                throw new UnreadableModelException("it must hold exactly one process, with an id");
            }
            return new Model(name, bpmn, xml, Xml.texts(xml).flatMap(Expression::allIn).distinct().toList());
        } catch (ModelParseException notByTheSchema) {
            throw new UnreadableModelException(Xml.reason(notByTheSchema));
        }
    }

    public String processId() {
        return process().getId();
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    Collection<SequenceFlow> flows() {
        return all(SequenceFlow.class);
    }

    @Override
    public String toString() {
        return name;
    }
}
