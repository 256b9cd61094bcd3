package io.mandate.engine.model;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams and tables that come with the code; read when they are asked for first. */
final class Packaged {

    private static final class Diagrams {
        private static final Map<String, Model> ALL = all("bpmn").entrySet().stream()
                .collect(toMap(Map.Entry::getKey, file -> Model.read(file.getKey(), file.getValue())));
    }

    private static final class Tables {
        private static final Map<String, Table> ALL = all("dmn").entrySet().stream()
                .collect(toMap(Map.Entry::getKey, file -> Table.read(file.getKey(), file.getValue())));
    }

    private Packaged() {}

    static Collection<Model> diagrams() {
        return Diagrams.ALL.values();
    }

    static Optional<Table> table(String id) {
        return Optional.ofNullable(Tables.ALL.get(id));
    }

    private static Map<String, byte[]> all(String extension) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(Packaged.class.getClassLoader())
                            .getResources("classpath*:processes/*." + extension))
                    .collect(toMap(file -> file.getFilename().replaceFirst("\\..*", ""), Packaged::content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
