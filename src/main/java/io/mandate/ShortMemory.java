package io.mandate;

import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where a node would take for granted what another one changed for longer than nodes are silent: by then it
 * may count on it that all know of a new diagram, and a partner that lost a right must not keep it on some nodes.
 */
@Component
class ShortMemory {

    private static final String SILENCE = "mandate.nodes.seen-every";
    private static final List<String> MEMORIES = List.of("mandate.definitions.known", "mandate.partners.known");

    ShortMemory(Environment environment) {
        Duration silence = environment.getProperty(SILENCE, Duration.class, Duration.ofSeconds(10));
        MEMORIES.forEach(name -> {
            if (environment.getProperty(name, Duration.class, Duration.ZERO).compareTo(silence) > 0) {
                throw new IllegalStateException("%s: must not be longer than %s, which is %s".formatted(name, SILENCE, silence));
            }
        });
    }
}
