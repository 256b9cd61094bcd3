package io.mandate.engine;

/** New versions of diagrams have just been deployed, in the present transaction. */
public record DiagramsDeployed() {}
