package io.mandate.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One diagram.
 *
 * @param name the file's name without its extension
 * @param expressions every expression in it, wherever it stands
 */
public record Model(String name, BpmnModelInstance bpmn, List<Expression> expressions) {

    /** Reads a diagram; fails where it is none by the schema of BPMN. */
    public static Model read(Path file) {
        try (var xml = Files.newInputStream(file)) {
            var expressions = Expression.allIn(Files.readString(file));
            return new Model(Project.nameOf(file), Bpmn.readModelFromStream(xml), expressions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String processId() {
        return process().getId();
    }

    Process process() {
        var processes = all(Process.class);
        if (processes.size() != 1) {
            throw new IllegalStateException(name + " must hold one process, not " + processes.size());
        }
        return processes.iterator().next();
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
