package io.mandate.architecture.planted.steps.shipping.step;

/** A step. */
public class SendParcel {}
