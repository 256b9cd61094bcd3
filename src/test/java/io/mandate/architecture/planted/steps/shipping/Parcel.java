package io.mandate.architecture.planted.steps.shipping;

import io.mandate.architecture.planted.steps.shipping.step.SendParcel;

/** A use case that calls a step. */
record Parcel(SendParcel step) {}
