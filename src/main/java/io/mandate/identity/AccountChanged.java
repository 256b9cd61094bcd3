package io.mandate.identity;

/** An account was locked, unlocked or removed, or has another role; published within the transaction that does it. */
public record AccountChanged(String username) {}
