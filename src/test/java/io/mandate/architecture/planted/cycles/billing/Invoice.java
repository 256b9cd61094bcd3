package io.mandate.architecture.planted.cycles.billing;

import io.mandate.architecture.planted.cycles.shipping.Parcel;

/** The other half of a cycle. */
public record Invoice(Parcel parcel) {}
