package io.mandate.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What a node brings: the packaged diagrams, tables and forms, each replaced by the file of its name, if there is one. */
@Component
public class ReplacedModels extends DefaultDeploymentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedModels.class);

    private final ProcessesProperties properties;

    ReplacedModels(ProcessesProperties properties) {
        this.properties = properties;
    }

    /** Nothing is deployed as the engine is built: when it is, the nodes agree upon, see {@link io.mandate.engine.upgrade}. */
    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setDeploymentResources(new Resource[0]);
    }

    /** By their names, which are alike wherever Mandate runs from. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        getDeploymentResources().forEach(packaged -> files.put(packaged.getFilename(), content(packaged)));
        List<Path> own = properties.directory().map(ReplacedModels::files).orElse(List.of());
        own.forEach(file -> files.put(file.getFileName().toString(), content(new PathResource(file))));
        if (!own.isEmpty()) {
            LOG.info("Taken from {}: {}", properties.directory().orElseThrow(), own.stream().map(Path::getFileName).toList());
        }
        return files;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.(bpmn|dmn|form)")).sorted().toList();
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
