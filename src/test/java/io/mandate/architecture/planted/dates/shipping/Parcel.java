package io.mandate.architecture.planted.dates.shipping;

import java.util.Date;

/** Time of old. */
record Parcel(Date sent) {}
