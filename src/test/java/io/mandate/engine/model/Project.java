package io.mandate.engine.model;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The project's own models, and what stands around them. */
public final class Project {

    private static final List<Model> DIAGRAMS =
            files(Path.of("processes"), "bpmn").stream().map(Project::read).toList();

    private Project() {}

    public static List<Model> diagrams() {
        return DIAGRAMS;
    }

    /** Reads a diagram; fails where it is none by the schema of BPMN. */
    public static Model read(Path file) {
        return Model.read(nameOf(file), content(file));
    }

    /** All that is deployed at a start, by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        Map.of("bpmn", "processes", "dmn", "processes", "form", "forms").forEach((extension, folder) ->
                files(Path.of(folder), extension).forEach(file -> all.put(file.toString(), content(file))));
        return all;
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

    public static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Surroundings around(Model model) {
        var forms = files(Path.of("forms"), "form").stream().map(Project::nameOf).collect(toSet());
        return new Deployables(DIAGRAMS, forms, DIAGRAMS).around(model);
    }

    private static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
