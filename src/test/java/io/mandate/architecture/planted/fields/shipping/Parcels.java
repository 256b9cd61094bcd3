package io.mandate.architecture.planted.fields.shipping;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Field injection. */
class Parcels {

    @Autowired Clock clock;
}
