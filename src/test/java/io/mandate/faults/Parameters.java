package io.mandate.faults;

import java.nio.file.Path;
import java.time.Instant;

/**
 * How hard it is tried, by system properties.
 *
 * @param seed of all chances; the same seed does the same kinds of things in the same order, not at the same instants
 * @param kills how many nodes are killed
 * @param nodes how many there are
 * @param clients how many people work at a time, each with several customers
 * @param directory of everything that is left behind, the report among it
 */
record Parameters(long seed, int kills, int nodes, int clients, Path directory) {

    static Parameters ofProperties() {
        return new Parameters(
                Long.getLong("faults.seed", Instant.now().getEpochSecond()),
                Integer.getInteger("faults.kills", 10),
                Integer.getInteger("faults.nodes", 2),
                Integer.getInteger("faults.clients", 4),
                Path.of("target", "faults").toAbsolutePath());
    }
}
