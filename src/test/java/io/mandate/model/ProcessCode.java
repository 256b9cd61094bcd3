package io.mandate.model;

import static java.lang.reflect.Modifier.isAbstract;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The classes behind one process: the package is called as the process, without hyphens. */
public final class ProcessCode {

    private static final Path CLASSES = Path.of("target/classes/io/mandate");

    private final String processId;
    private final Path folder;

    ProcessCode(String processId) {
        this.processId = processId;
        this.folder = CLASSES.resolve(Labels.packageOf(processId));
    }

    /** The packages that have steps; what steps have in common is none. */
    public static Set<String> packagesWithSteps() {
        try (var packages = Files.list(CLASSES)) {
            return packages.filter(found -> Files.isDirectory(found.resolve("step")))
                    .map(found -> found.getFileName().toString())
                    .filter(name -> new ProcessCode(name).steps().stream().anyMatch(step -> !isAbstract(step.getModifiers())))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bean that a step is, or an empty text where it is none. */
    static String beanOf(Class<?> step) {
        var component = step.getAnnotation(Component.class);
        return component == null ? "" : component.value();
    }

    /** All top-level classes in the step package. */
    List<? extends Class<?>> steps() {
        return Project.files(folder.resolve("step"), "class").stream()
                .map(Project::nameOf)
                .filter(name -> !name.equals("package-info") && !name.contains("$"))
                .map(name -> load("step." + name))
                .toList();
    }

    /** The public text constants of the process class, such as {@code InvitationProcess}, by name. */
    Map<String, String> constants() {
        var name = Labels.word(processId) + "Process";
        return Project.files(folder, "class").stream()
                .filter(file -> Project.nameOf(file).equals(name))
                .flatMap(file -> Arrays.stream(load(name).getDeclaredFields()))
                .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .collect(toMap(Field::getName, ProcessCode::valueOf));
    }

    private Class<?> load(String name) {
        try {
            var full = "io.mandate." + Labels.packageOf(processId) + "." + name;
            return Class.forName(full, false, getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
