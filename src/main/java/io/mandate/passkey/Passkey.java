package io.mandate.passkey;

import java.time.Instant;

/**
 * One passkey of a person.
 *
 * @param id of its credential, which the device chose
 * @param name that the person gave it
 * @param usedAt when it was used last; the moment of adding where it never was
 * @param synchronised whether it is copied between devices of the person
 */
public record Passkey(String id, String name, Instant addedAt, Instant usedAt, boolean synchronised) {}
