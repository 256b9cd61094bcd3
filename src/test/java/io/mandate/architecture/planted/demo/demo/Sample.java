package io.mandate.architecture.planted.demo.demo;

/** Something of a demo. */
public record Sample(String name) {}
