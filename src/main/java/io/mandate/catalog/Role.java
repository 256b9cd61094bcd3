package io.mandate.catalog;

/**
 * What a partner may do in a service, in words that a customer understands.
 *
 * @param strength from 1 (reads) over 2 (changes some things) to 3 (may do everything)
 */
public record Role(String id, int strength, LocalizedText name, LocalizedText description) {}
