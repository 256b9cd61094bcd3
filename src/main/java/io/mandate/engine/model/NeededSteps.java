package io.mandate.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What diagrams need of the code, whatever else it has: those that are older or newer than the code may run where nothing is missing. */
public final class NeededSteps {

    private static final Set<String> NEEDED = Set.of("step-classes");

    private NeededSteps() {}

    /** The steps that diagrams name and that this version of Mandate does not have, each as a sentence that begins with the diagram. */
    public static List<String> missing(Map<String, byte[]> files) {
        List<String> missing = new ArrayList<>();
        files.forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                missing.addAll(missing(Model.read(file.replaceFirst(".*/", "").replaceFirst("\\.bpmn$", ""), content)));
            }
        });
        return missing;
    }

    private static List<String> missing(Model diagram) {
        Surroundings around = new Deployables(List.of(diagram), Set.of(), List.of()).around(diagram);
        return Rules.ALL.stream().filter(rule -> NEEDED.contains(rule.name()))
                .flatMap(rule -> rule.problems(diagram, around).stream()).distinct().sorted().toList();
    }
}
