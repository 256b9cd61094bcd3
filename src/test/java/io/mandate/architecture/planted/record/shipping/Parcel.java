package io.mandate.architecture.planted.record.shipping;

/** A feature. */
public record Parcel(String to) {}
