package io.mandate.architecture.planted.engine.shipping;

import org.camunda.bpm.engine.RuntimeService;

/** Plain code that knows the engine. */
record Parcel(RuntimeService runtime) {}
