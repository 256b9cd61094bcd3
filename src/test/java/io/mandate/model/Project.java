package io.mandate.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** The project's own models, and what stands around them. */
public final class Project {

    private static final List<Model> DIAGRAMS =
            files(Path.of("processes"), "bpmn").stream().map(Model::read).toList();

    private Project() {}

    public static List<Model> diagrams() {
        return DIAGRAMS;
    }

    /** The files in a folder that have an extension, in order of name; none where there is no such folder. */
    public static List<Path> files(Path folder, String extension) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's name without its extension. */
    static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    public static Surroundings around(Model model) {
        var code = new ProcessCode(model.processId());
        var steps = code.steps().stream().collect(toMap(Class::getSimpleName, ProcessCode::beanOf));
        var forms = files(Path.of("forms"), "form").stream().map(Project::nameOf).collect(toSet());
        var diagrams = DIAGRAMS.stream().map(Model::processId).collect(toSet());
        return new Surroundings(steps, code.constants(), forms, diagrams, handedTo(model.processId()));
    }

    private static Set<String> handedTo(String processId) {
        return DIAGRAMS.stream()
                .flatMap(caller -> caller.all(CallActivity.class).stream())
                .filter(call -> call.getCalledElement().equals(processId))
                .flatMap(call -> call.getExtensionElements().getChildElementsByType(CamundaIn.class).stream())
                .map(CamundaIn::getCamundaTarget)
                .flatMap(Stream::ofNullable)
                .collect(toSet());
    }
}
