package io.mandate.engine;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where diagrams, tables and forms come from that take the place of the packaged ones.
 *
 * @param processes a directory of files called as the packaged ones; where none is set, these alone count
 */
@Validated
@ConfigurationProperties("mandate")
record ProcessesProperties(Optional<Path> processes) {

    ProcessesProperties {
        processes = processes == null ? Optional.empty() : processes;
    }

    @AssertTrue(message = "mandate.processes: there is no such directory")
    boolean isDirectory() {
        return processes.map(Files::isDirectory).orElse(true);
    }
}
