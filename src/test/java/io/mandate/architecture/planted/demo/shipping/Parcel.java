package io.mandate.architecture.planted.demo.shipping;

import io.mandate.architecture.planted.demo.demo.Sample;

/** A product that knows its demo. */
record Parcel(Sample sample) {}
