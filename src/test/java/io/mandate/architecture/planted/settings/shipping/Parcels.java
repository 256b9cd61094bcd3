package io.mandate.architecture.planted.settings.shipping;

import org.springframework.beans.factory.annotation.Value;

/** A setting that is no record. */
class Parcels {

    Parcels(@Value("${parcels.depot}") String depot) {}
}
