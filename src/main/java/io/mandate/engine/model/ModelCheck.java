package io.mandate.engine.model;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All rules, applied to what is to be deployed together: the same at build, at start, and to what somebody deploys later. */
public final class ModelCheck {

    private static final int LARGEST = 1024 * 1024;

    private final List<String> problems = new ArrayList<>();
    private final List<Model> diagrams = new ArrayList<>();
    private final Set<String> forms = new HashSet<>();

    private ModelCheck() {}

    /**
     * Everything that is wrong, each as a sentence that begins with the file; nothing where all may be deployed.
     *
     * @param files diagrams, tables and forms, by their names; folders in the names do not matter
     */
    public static List<String> problems(Map<String, byte[]> files) {
        var check = new ModelCheck();
        Set<String> names = new HashSet<>();
        new TreeMap<>(files).forEach((path, content) -> {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!names.add(file)) {
                check.problems.add(file + ": there are two of this name");
            }
            check.look(file, content);
        });
        check.diagrams();
        return check.problems;
    }

    private void look(String file, byte[] content) {
        int dot = file.lastIndexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        if (content == null || content.length > LARGEST) {
            problems.add(file + ": it is larger than " + LARGEST + " bytes");
            return;
        }
        try {
            switch (file.substring(name.length())) {
                case ".bpmn" -> diagrams.add(Model.read(name, content));
                case ".dmn" -> add(name, TableRules.problems(Table.read(name, content)));
                case ".form" -> {
                    forms.add(name);
                    add(name, FormRules.problems(name, content));
                }
                default -> problems.add(file + ": only diagrams (.bpmn), decision tables (.dmn) and forms (.form) are deployed");
            }
        } catch (UnreadableModelException unreadable) {
            problems.add(file + ": " + unreadable.getMessage());
        }
    }

    private void diagrams() {
        if (diagrams.isEmpty()) {
            return;
        }
        Set<String> here = diagrams.stream().map(Model::processId).collect(toSet());
        List<Model> callers = Stream.concat(
                        diagrams.stream(), Packaged.diagrams().stream().filter(model -> !here.contains(model.processId())))
                .toList();
        var together = new Deployables(diagrams, forms, callers);
        for (Model diagram : diagrams) {
            Surroundings around = together.around(diagram);
            Rules.ALL.forEach(rule -> problems.addAll(broken(rule, diagram, around)));
        }
    }

    /** A diagram that a rule cannot even look at is not in order either. */
    private static List<String> broken(Rule<?> rule, Model diagram, Surroundings around) {
        try {
            return rule.problems(diagram, around);
        } catch (RuntimeException unforeseen) {
            return List.of(diagram + ": something in it is out of order (" + rule.name() + ")");
        }
    }

    private void add(String name, List<String> found) {
        found.forEach(problem -> problems.add(name + ": " + problem));
    }
}
