package io.mandate.mail;

/** Who answered for the customer: the name given and the address proven. */
public record Answerer(String name, String address) {}
