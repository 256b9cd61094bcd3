package io.mandate.architecture.planted.clock.shipping;

import java.time.Instant;

/** A clock of its own. */
class Parcels {

    Instant now() {
        return Instant.now();
    }
}
