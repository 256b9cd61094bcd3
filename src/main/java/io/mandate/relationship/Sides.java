package io.mandate.relationship;

/** The two sides of a relationship. They never change. */
public record Sides(String partnerId, Customer customer) {}
