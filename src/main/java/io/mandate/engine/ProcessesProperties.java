package io.mandate.engine;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where diagrams, tables and forms come from that take the place of the packaged ones.
 *
 * @param processes directory of diagrams, tables and forms that take the place of the packaged ones of their names, see modelling.md;
 *     where none is set, the packaged ones alone count
 */
@Validated
@ConfigurationProperties("mandate")
record ProcessesProperties(@DefaultValue("") String processes) {

    Optional<Path> directory() {
        return Optional.of(processes).filter(path -> !path.isBlank()).map(Path::of);
    }

    @AssertTrue(message = "mandate.processes: there is no such directory")
    boolean isThere() {
        return directory().map(Files::isDirectory).orElse(true);
    }
}
