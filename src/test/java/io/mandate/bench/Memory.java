package io.mandate.bench;

import io.mandate.bench.driver.Http;
import io.mandate.bench.machine.Usage;

/**
 * What Mandate keeps in memory after many lifecycles.
 *
 * @param resident of the process, in MB
 * @param heap in use after a full collection, in MB
 */
record Memory(int lifecycles, double resident, double heap) {

    private static final double MEGABYTE = 1048576;

    /** Goes on until so many lifecycles are done. */
    static Memory after(Contender mandate, Sizes sizes) {
        mandate.warmUp(sizes.clients(), Math.max(0, sizes.lifecycles() - mandate.lifecycles));
        double resident = Usage.resident(mandate.application.process()) / MEGABYTE;
        try (Http http = mandate.application.connect()) {
            return new Memory(mandate.lifecycles, resident, Double.parseDouble(http.get("/bench/heap").good()) / MEGABYTE);
        }
    }
}
