package io.mandate.engine.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;

/** The classes behind one process, as they lie on the class path: the package is called as the process, without hyphens. */
public final class ProcessCode {

    private static final String ROOT = "io.mandate.";
    private static final MetadataReaderFactory CLASSES = new CachingMetadataReaderFactory();

    private static final Map<String, List<AnnotationMetadata>> FOUND = new ConcurrentHashMap<>();

    private final String processId;

    ProcessCode(String processId) {
        this.processId = processId;
    }

    /** The packages that have steps; what steps have in common is none. */
    public static Set<String> packagesWithSteps() {
        return stepsIn("*").filter(step -> !step.isAbstract() && !isKept(step))
                .map(step -> step.getClassName().substring(ROOT.length()).replaceFirst("\\..*", ""))
                .collect(toSet());
    }

    /** All top-level classes in the step package by simple name, with the bean that each is: an empty text where it is none. */
    Map<String, String> steps() {
        return stepsIn(Labels.packageOf(processId))
                .collect(toMap(step -> step.getClassName().replaceFirst(".*\\.", ""), ProcessCode::beanOf));
    }

    /** Those classes among them, by simple name, that are kept for earlier versions of the diagram only. */
    Set<String> keptSteps() {
        return stepsIn(Labels.packageOf(processId)).filter(ProcessCode::isKept)
                .map(step -> step.getClassName().replaceFirst(".*\\.", "")).collect(toSet());
    }

    private static boolean isKept(AnnotationMetadata step) {
        return step.hasAnnotation(ForEarlierVersions.class.getName());
    }

    /** The public text constants of the process class, such as {@code InvitationProcess}, by name; none without that class. */
    Map<String, String> constants() {
        return processClass().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .collect(toMap(Field::getName, ProcessCode::valueOf));
    }

    private Optional<Class<?>> processClass() {
        try {
            String name = ROOT + Labels.packageOf(processId) + "." + Labels.word(processId) + "Process";
            return Optional.of(Class.forName(name, false, ProcessCode.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }

    /** What lies on the class path stays as it is, and is looked for once. */
    private static Stream<AnnotationMetadata> stepsIn(String folder) {
        return FOUND.computeIfAbsent(folder, ProcessCode::look).stream();
    }

    private static List<AnnotationMetadata> look(String folder) {
        if (!folder.matches("\\*|[a-z0-9]+")) {
            return List.of();
        }
        try {
            Resource[] found = new PathMatchingResourcePatternResolver(ProcessCode.class.getClassLoader())
                    .getResources("classpath*:io/mandate/" + folder + "/step/*.class");
            return Arrays.stream(found).map(ProcessCode::metadata)
                    .filter(ClassMetadata::isIndependent)
                    .filter(step -> !step.getClassName().endsWith("package-info")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AnnotationMetadata metadata(Resource type) {
        try {
            return CLASSES.getMetadataReader(type).getAnnotationMetadata();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String beanOf(AnnotationMetadata step) {
        Map<String, Object> component = step.getAnnotationAttributes(Component.class.getName());
        return component == null ? "" : (String) component.get("value");
    }

    private static String valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
