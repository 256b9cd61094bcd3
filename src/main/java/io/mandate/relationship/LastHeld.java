package io.mandate.relationship;

import java.time.Instant;
import java.util.Optional;

/**
 * A permission that is held, or was held last until its term was over.
 *
 * @param holder id of the partner
 * @param endsAt when the term ends, or ended
 * @param permission as it stands in the record; empty where it was noted already that its term is over
 */
public record LastHeld(String service, String holder, Instant endsAt, Optional<Permission> permission) {

    static LastHeld of(Permission permission) {
        return new LastHeld(permission.service(), permission.holder(), permission.endsAt(), Optional.of(permission));
    }
}
