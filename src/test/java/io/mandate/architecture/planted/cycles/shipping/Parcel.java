package io.mandate.architecture.planted.cycles.shipping;

import io.mandate.architecture.planted.cycles.billing.Invoice;

/** One half of a cycle. */
public record Parcel(Invoice invoice) {}
