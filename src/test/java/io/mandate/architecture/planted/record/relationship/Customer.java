package io.mandate.architecture.planted.record.relationship;

import io.mandate.architecture.planted.record.shipping.Parcel;

/** A record that knows a feature. */
record Customer(Parcel parcel) {}
