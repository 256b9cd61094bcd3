package io.mandate.engine.model;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * Diagrams and forms that come together: they may refer to each other only, since references are bound to the deployment.
 *
 * @param diagrams the diagrams
 * @param forms the ids of the forms
 * @param callers diagrams that call those, whether or not they come with them
 */
record Deployables(Collection<Model> diagrams, Set<String> forms, Collection<Model> callers) {

    /** What stands around one of the diagrams. */
    Surroundings around(Model model) {
        var code = new ProcessCode(model.processId());
        var ids = diagrams.stream().map(Model::processId).collect(toSet());
        return new Surroundings(code.steps(), code.keptSteps(), code.constants(), forms, ids, handedTo(model.processId()));
    }

    private Set<String> handedTo(String processId) {
        return callers.stream()
                .flatMap(caller -> caller.all(CallActivity.class).stream())
                .filter(call -> processId.equals(call.getCalledElement()))
                .flatMap(call -> Stream.ofNullable(call.getExtensionElements()))
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaIn.class).stream())
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
